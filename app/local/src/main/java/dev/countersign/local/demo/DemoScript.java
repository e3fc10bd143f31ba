package dev.countersign.local.demo;

import static dev.countersign.changes.ChangeDocument.Kind.CODE;
import static dev.countersign.changes.ChangeDocument.Kind.CONFIGURATION;
import static dev.countersign.changes.ChangeDocument.Kind.INFRASTRUCTURE;
import static dev.countersign.changes.ChangeDocument.Kind.MANUAL_OPERATION;

import dev.countersign.changes.ChangeDocument.Kind;
import dev.countersign.local.demo.DemoChange.Fate;
import java.util.List;

/** Which changes the made-up retailer has under way: at least one in every state that a change can rest in. */
final class DemoScript {

    static final List<DemoChange> CHANGES = List.of(
            on("ada", "Warm the cart cache before the morning peak", "cart-console", CODE, Fate.SUCCEEDING),
            on("ben", "Drop the old packing label layout", "packing-console", CODE, Fate.FAILING),
            on("jonas", "Show gift card balance in the console", "gift-card-console", CODE, Fate.UNCONCLUDED),
            on(
                    "ada",
                    "Raise the worker count of order confirmation",
                    "order-confirmation-worker",
                    CONFIGURATION,
                    Fate.BAKING),
            on("ben", "Rotate the credentials of the yard worker", "yard-worker", MANUAL_OPERATION, Fate.EXPIRING),
            on("ada", "Shorten the cart's connection timeout", "cart-api", CONFIGURATION, Fate.APPROVED),
            on("jonas", "Move sales tax lookups to the new host type", "sales-tax-api", INFRASTRUCTURE, Fate.APPROVED),
            on("ben", "Let coupons expire at the customer's midnight", "coupon-api", CODE, Fate.TO_SIGN_OFF),
            on("ada", "Keep picking routes for a second longer", "picking-api", CONFIGURATION, Fate.TO_SIGN_OFF),
            new DemoChange(
                    "ada",
                    "Change the default route of checkout traffic",
                    "checkout-api",
                    CONFIGURATION,
                    true,
                    Fate.TO_ESCALATE),
            on("jonas", "Retry delivery promise lookups once", "delivery-promise-api", CODE, Fate.HALF_REVIEWED),
            on("ada", "Compress events of order capture", "order-capture-events", CODE, Fate.WAITING),
            on("ben", "Add an index for address searches", "address-book-store", INFRASTRUCTURE, Fate.WAITING),
            on("ada", "Split the dispatch queue by carrier", "dispatch-events", INFRASTRUCTURE, Fate.ASKED_FOR_CHANGES),
            on("jonas", "Cache wave plans on disk", "wave-planning-store", CONFIGURATION, Fate.SENT_BACK),
            on("ben", "Turn off retries in the warehouse API", "warehouse-api", CONFIGURATION, Fate.REJECTED),
            on("ada", "Try the new sorter driver on one host", "sorting-worker", CODE, Fate.WITHDRAWN),
            on("ada", "Replace the slotting store's disks", "slotting-store", INFRASTRUCTURE, Fate.DRAFTED));

    private DemoScript() {}

    private static DemoChange on(String author, String title, String system, Kind kind, Fate fate) {
        return new DemoChange(author, title, system, kind, false, fate);
    }
}
