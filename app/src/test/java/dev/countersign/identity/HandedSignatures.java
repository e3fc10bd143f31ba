package dev.countersign.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.boot.test.context.TestComponent;

/** Tests that call use cases have no browser: while one of theirs runs, it brings the signature that they say. */
@TestComponent
class HandedSignatures implements BroughtSignature {

    private static final ScopedValue<Brought> HANDED = ScopedValue.newInstance();

    static <T> T with(UUID request, Assertion assertion, Callable<T> deed) throws Exception {
        return ScopedValue.where(HANDED, new Brought(request, assertion)).call(deed::call);
    }

    @Override
    public Optional<Brought> by(PersonId person) {
        return HANDED.isBound() ? Optional.of(HANDED.get()) : Optional.empty();
    }
}
