package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.compose.ComposeStack;
import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.StartFailed;
import dev.kafkaorders.localstack.tour.Tour;
import java.nio.file.Path;
import java.util.List;

/// The program behind `./demo`.
public final class Demo {
    static final String PROJECT = "kafkaorders.project";

    private static final int NOT_UNDERSTOOD = 2;

    private Demo() {}

    /// Exits with 0 when what was asked for worked, 1 when it didn't, 2 when it wasn't understood.
    public static void main(String[] arguments) {
        // The Kafka client's log goes nowhere: what matters to the person at the terminal is said
        // by us.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var console = Console.standard(System.getenv());
        System.exit(run(Command.parse(List.of(arguments)), console));
    }

    private static int run(Command command, Console console) {
        try {
            var settings = DemoSettings.from(System.getenv(), project());
            return switch (command) {
                case Command.Everything(var exit) -> new Launcher(settings, console).tour(exit);
                case Command.Up(var detach) when detach ->
                        new DetachedLauncher(settings, console).up();
                case Command.Up _ -> new Launcher(settings, console).up();
                case Command.TourAgain _ -> new Visitor(settings, console).tour();
                case Command.TourOnCompose _ ->
                        Tour.run(new ComposeStack(settings.project()), console) ? 0 : 1;
                case Command.Status _ -> new Visitor(settings, console).status();
                case Command.Kill(var name) -> new Visitor(settings, console).kill(name);
                case Command.Start(var name) -> new Visitor(settings, console).start(name);
                case Command.Logs(var name, var follow) ->
                        new Visitor(settings, console).logs(name, follow);
                case Command.Down _ -> new Visitor(settings, console).down();
                case Command.Help _ -> help(console, 0);
                case Command.NotUnderstood _ -> help(console, NOT_UNDERSTOOD);
            };
        } catch (StartFailed e) {
            console.failure(e.explanation());
            return 1;
        }
    }

    private static int help(Console console, int exitCode) {
        console.line(HelpText.text());
        return exitCode;
    }

    private static Path project() {
        return Path.of(System.getProperty(PROJECT, "")).toAbsolutePath();
    }
}
