package dev.countersign.registry.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.registry.Imports;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.ProposalId;
import dev.countersign.registry.Rehearsal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where programs take the registry along as a file, and bring one. */
@RestController
@Tag(name = "registry")
class RegistryFilesApi {

    private static final String CSV = "text/csv";
    private static final String YAML = "application/yaml";

    private final ExportFiles files;
    private final Imports imports;

    RegistryFilesApi(ExportFiles files, Imports imports) {
        this.files = files;
        this.imports = imports;
    }

    @GetMapping("/api/registry/export.csv")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    @Operation(operationId = "exportCsv", summary = "All systems and departments as CSV, which can be imported again.")
    @ApiResponse(responseCode = "200", description = "the file", content = @Content(mediaType = CSV))
    void csv(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        files.csv(response);
    }

    @GetMapping("/api/registry/catalog-info.yaml")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    @Operation(operationId = "exportBackstage", summary = "The same as a catalogue for Backstage.")
    @ApiResponse(responseCode = "200", description = "the file", content = @Content(mediaType = YAML))
    void backstage(@Parameter(hidden = true) HttpServletResponse response) throws IOException {
        files.backstage(response);
    }

    @PostMapping(
            path = "/api/registry/imports",
            consumes = {CSV, YAML},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({Role.SYSTEM_OWNER, Role.DIRECTOR, Role.VP})
    @Operation(
            operationId = "importFile",
            summary = "What would this file change? Without a dry run it is proposed, for a second person to approve.",
            description = """
                    All or nothing: a file with one bad row is not proposed at all. Up to 10 MB; CSV as spreadsheets save \
                    it, or Backstage's YAML. What a file leaves out or leaves empty stays as it is; `none` empties a \
                    description, a team, repositories or dependencies. What cannot be told is left out and listed.""")
    @ApiResponse(
            responseCode = "200",
            description = "what it would change; with a proposal if just that waits for a second person already",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @ApiResponse(
            responseCode = "201",
            description = "proposed; `Location` is the page of the proposal",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @ApiResponse(
            responseCode = "422",
            description = "some rows are bad; nothing was proposed",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    ResponseEntity<ImportAnswer> take(
            @RequestParam(defaultValue = "true") boolean dryRun,
            @ParameterObject ImportChoices choices,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(mediaType = YAML, schema = @Schema(type = "string"))
                            })
                    @RequestBody
                    byte[] file,
            @Parameter(hidden = true) Person proposer) {
        Rehearsal rehearsal = imports.rehearse(file, choices.read(), proposer);
        if (!rehearsal.isFine()) {
            return ResponseEntity.unprocessableContent().body(ImportAnswer.of(rehearsal, null));
        }
        if (dryRun || !rehearsal.isNews()) {
            return ResponseEntity.ok(ImportAnswer.of(rehearsal, null));
        }
        Optional<ProposalId> waiting = imports.waiting(rehearsal.id(), proposer);
        if (waiting.isPresent()) {
            return ResponseEntity.ok(ImportAnswer.of(rehearsal, waiting.get().value()));
        }
        Proposal proposal = imports.propose(rehearsal.id(), "Imported by a program.", proposer);
        return ResponseEntity.created(URI.create("/registry/proposals/" + proposal.id()))
                .body(ImportAnswer.of(rehearsal, proposal.id().value()));
    }
}
