package dev.countersign.local.demo;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Department;
import java.util.List;

/** A made-up department: who leads it, who owns its systems, and the nine things it looks after. */
record DemoDepartment(
        String key,
        String name,
        String organisation,
        String director,
        String vp,
        List<String> owners,
        List<String> things) {

    static final List<DemoDepartment> ALL = List.of(
            storefront(
                    "checkout",
                    "Checkout",
                    "elena",
                    "jonas,petra.novak",
                    "checkout,cart,order-capture,delivery-promise,coupon,gift-card,sales-tax,address-book,order-confirmation"),
            storefront(
                    "catalogue",
                    "Catalogue",
                    "maya.rosen",
                    "tomas.lind,aisha.bello",
                    "product-page,product-data,media,category,review-score,variant,content-block,brand,price-display"),
            storefront(
                    "discovery",
                    "Search and discovery",
                    "liam.byrne",
                    "yuki.tanabe,marco.silva",
                    "search,suggestion,ranking,recommendation,browse,personalisation,search-index,trend,sponsored-slot"),
            supplyChain(
                    "fulfilment",
                    "Fulfilment",
                    "farid",
                    "rosa.delgado,sven.holm",
                    "warehouse,picking,packing,wave-planning,dispatch,sorting,fulfilment-order,slotting,yard"),
            supplyChain(
                    "inventory",
                    "Inventory",
                    "anika.sharma",
                    "paul.weiss,lena.kovac",
                    "stock-level,replenishment,reservation,receiving,stock-count,returned-stock,supplier-feed,allocation,demand-forecast"),
            supplyChain(
                    "transport",
                    "Transport",
                    "diego.fuentes",
                    "nadia.karim,oscar.berg",
                    "carrier,route,label,tracking,delivery-slot,customs,freight-rate,last-mile,parcel-locker"),
            money(
                    "payments",
                    "Payments",
                    "hanna.virtanen",
                    "ivan.petrov,clara.moreau",
                    "payment,card-vault,settlement,refund,wallet,instalment,payout,chargeback,currency"),
            money(
                    "risk",
                    "Risk",
                    "samuel.okoye",
                    "julia.stein,kenji.mori",
                    "fraud-score,device-print,sanctions-screen,abuse-report,identity-proof,dispute-case,velocity-limit,trust-signal,account-guard"),
            money(
                    "finance",
                    "Finance systems",
                    "beatriz.costa",
                    "adam.nowak,freya.dahl",
                    "ledger,invoice,tax-report,revenue,reconciliation,accrual,billing,credit-note,cost-centre"),
            platform(
                    "accounts",
                    "Customer accounts",
                    "omar.saleh",
                    "gwen.price,tariq.aziz",
                    "login,session,customer-profile,consent,passkey,household,loyalty,preference,notification"),
            platform(
                    "edge",
                    "Edge and traffic",
                    "ingrid.solberg",
                    "felix.baumann,mina.park",
                    "edge-router,content-delivery,public-gateway,certificate,name-resolution,traffic-shift,bot-filter,rate-limit,load-shedding"),
            platform(
                    "data-platform",
                    "Data platform",
                    "rafael.mendes",
                    "zoe.martin,erik.strand",
                    "event-bus,stream-processor,feature-flag,secret,configuration,metric,deployment,object-storage,schema"));

    Department department() {
        return new Department(key, name, organisation, new PersonId(director), new PersonId(vp));
    }

    private static DemoDepartment storefront(String key, String name, String director, String owners, String things) {
        return of(key, name, "storefront", director, "grace", owners, things);
    }

    private static DemoDepartment supplyChain(String key, String name, String director, String owners, String things) {
        return of(key, name, "supply-chain", director, "hugo", owners, things);
    }

    private static DemoDepartment money(String key, String name, String director, String owners, String things) {
        return of(key, name, "payments-and-risk", director, "noor.rahman", owners, things);
    }

    private static DemoDepartment platform(String key, String name, String director, String owners, String things) {
        return of(key, name, "platform", director, "viktor.lang", owners, things);
    }

    private static DemoDepartment of(
            String key, String name, String organisation, String director, String vp, String owners, String things) {
        return new DemoDepartment(
                key, name, organisation, director, vp, List.of(owners.split(",", -1)), List.of(things.split(",", -1)));
    }
}
