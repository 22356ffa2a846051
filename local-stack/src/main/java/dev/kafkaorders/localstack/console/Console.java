package dev.kafkaorders.localstack.console;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// Where the demo prints. On a terminal there are colours (unless `NO_COLOR` is set) and a status
/// that is overwritten in place; elsewhere plain lines, without the status. ASCII only, so that no
/// locale spoils it. Any thread may print.
public final class Console {
    private static final String ERASE_LINE = "\r\033[K";
    private static final String RESET = "\033[0m";
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean colours;
    private boolean statusShown;

    /// @param terminal whether lines can be overwritten
    /// @param colours whether colours may be used
    public Console(PrintStream out, boolean terminal, boolean colours) {
        this.out = out;
        this.terminal = terminal;
        this.colours = colours;
    }

    /// Standard output, and what it can do.
    public static Console standard(Map<String, String> environment) {
        var terminal =
                !"dumb".equals(environment.get("TERM"))
                        && Optional.ofNullable(System.console())
                                .filter(java.io.Console::isTerminal)
                                .isPresent();
        var noColour = environment.getOrDefault("NO_COLOR", "");
        return new Console(System.out, terminal, terminal && noColour.isEmpty());
    }

    /// Starts something new, set off from what is above.
    public void heading(String text) {
        line("");
        line(Colour.BOLD, "== " + text);
    }

    public synchronized void line(String text) {
        eraseStatus();
        out.println(text);
        out.flush();
    }

    public void success(String text) {
        line(Colour.GREEN, text);
    }

    public void failure(String text) {
        line(Colour.RED, text);
    }

    /// What is going on right now. Gone with the next line; not shown at all where nothing can be
    /// overwritten.
    public synchronized void status(String text) {
        if (terminal) {
            out.print(ERASE_LINE + text.substring(0, Math.min(text.length(), WIDTH)));
            out.flush();
            statusShown = true;
        }
    }

    /// A bar for something that takes a while. Close it when it is done or given up.
    public ProgressBar progress(String label, long total) {
        return new ProgressBar(this, label, total);
    }

    /// Whether [#status(String)] shows anything.
    boolean isTerminal() {
        return terminal;
    }

    private void line(Colour colour, String text) {
        line(colours ? colour.code() + text + RESET : text);
    }

    private void eraseStatus() {
        if (statusShown) {
            out.print(ERASE_LINE);
            statusShown = false;
        }
    }

    private enum Colour {
        BOLD("\033[1m"),
        GREEN("\033[32m"),
        RED("\033[31m");

        private final String code;

        Colour(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
