package dev.kafkaorders.replayer.group.web;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.kafkaorders.replayer.group.ConsumerGroup;
import dev.kafkaorders.replayer.group.ConsumerGroups;
import dev.kafkaorders.replayer.web.Problems;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GroupController {

    private final ConsumerGroups groups;

    GroupController(ConsumerGroups groups) {
        this.groups = groups;
    }

    @GetMapping("/consumer-groups")
    List<ConsumerGroup> all() {
        return groups.all();
    }

    @GetMapping("/consumer-groups/{group}")
    ResponseEntity<Object> one(@PathVariable String group) {
        return groups.named(group)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() ->
                        ResponseEntity.status(NOT_FOUND)
                                .body(
                                        Problems.of(
                                                NOT_FOUND,
                                                "group-not-found",
                                                "No such consumer group: GET /consumer-groups lists"
                                                        + " all")));
    }
}
