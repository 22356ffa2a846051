package dev.kafkaorders.orders.placement.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;

/// Checks the orders of a batch one after the other, until enough is found wrong. All at once, a
/// body of a few hundred kilobytes could make so many violations that they fill the heap.
@Component
class BatchCheck {

    private static final int ENOUGH = 100;

    private final Validator validator;

    BatchCheck(Validator validator) {
        this.validator = validator;
    }

    /// The orders, all of which are valid.
    ///
    /// @throws InvalidBatch when one of them is not
    List<OrderRequest> validOrders(BatchRequest batch) {
        var found = new BeanPropertyBindingResult(batch, "batch");
        var orders = new ArrayList<OrderRequest>();
        for (var order : batch.orders()) {
            var path = "orders[%d]".formatted(orders.size());
            if (order == null) {
                found.rejectValue(path, "NotNull", "must not be null");
                break;
            }
            found.pushNestedPath(path);
            validator.validate(order, found);
            found.popNestedPath();
            if (found.getErrorCount() >= ENOUGH) {
                break;
            }
            orders.add(order);
        }
        if (found.hasErrors()) {
            throw new InvalidBatch(found);
        }
        return orders;
    }

    /// What was found, which need not be all.
    static final class InvalidBatch extends RuntimeException {

        private final transient BindingResult found;

        private InvalidBatch(BindingResult found) {
            super("a batch has %d violations".formatted(found.getErrorCount()));
            this.found = found;
        }

        BindingResult found() {
            return found;
        }
    }
}
