package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.console.Console;

/// What the steps of a tour share: the stack, the screen, a customer and a look into the books.
record Scene(RunningStack stack, Console console, Customer customer, PaymentBooks books)
        implements AutoCloseable {

    Scene(RunningStack stack, Console console) {
        this(stack, console, new Customer(stack), new PaymentBooks(stack));
    }

    /// Prints what happened.
    void tell(String text) {
        console.line("   " + text);
    }

    @Override
    public void close() {
        customer.close();
        books.close();
    }
}
