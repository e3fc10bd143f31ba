package dev.countersign.identity.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignatureProof;
import dev.countersign.identity.Signatures;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hands out signed decisions as files that anybody can verify without us. */
@Controller
@AllowedTo({Role.AUDITOR, Role.VP, Role.DIRECTOR})
class SignatureController {

    static final Set<Role> READERS = Set.of(Role.AUDITOR, Role.VP, Role.DIRECTOR);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Signatures signatures;

    SignatureController(Signatures signatures) {
        this.signatures = signatures;
    }

    @GetMapping("/identity/signatures/{id}")
    ResponseEntity<byte[]> proof(@PathVariable UUID id) {
        SignatureProof proof = signatures.proof(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"countersign-signature-%s.json\"".formatted(id))
                .body(JSON.writeValueAsBytes(proof));
    }
}
