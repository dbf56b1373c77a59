namespace ReviewPortal.Infrastructure.Store;

/// <summary>
/// What is only added to, the file itself refuses to change: audit log, timeline, former decisions, signed documents, and of a letter everything but
/// its first opening (I6, I10). Whoever holds the file can take a trigger away; then the chain and the fingerprints remain. Set at every start and not by
/// a migration, because a migration that rebuilds a table loses its triggers.
/// </summary>
internal static class OnlyAddedTo
{
    private static readonly (string Table, string What)[] Kept =
    [
        ("AuditRows", "UPDATE"), ("AuditRows", "DELETE"),
        ("AuditDetails", "UPDATE"), ("AuditDetails", "DELETE"),
        ("CaseEvents", "UPDATE"), ("CaseEvents", "DELETE"),
        // A ruling may still annul what was laid aside, and order others to decide.
        ("FormerRounds", "UPDATE OF \"Id\", \"Case\", \"Number\", \"ClosedAt\", \"ClosedByName\", \"InFavour\", \"Weight\", \"Why\", \"Outcome\", \"Reasons\", \"Members\", \"Content\""), ("FormerRounds", "DELETE"),
        ("ReviewRemarks", "UPDATE"), ("ReviewRemarks", "DELETE"),
        ("Files", "UPDATE"),
        // What a student agreed to, when and in which words, is evidence (Awb 2:8); so are notifications and their tries (Awb 2:25).
        ("DeliveryConsents", "UPDATE OF \"Id\", \"Person\", \"PersonName\", \"Kind\", \"GivenAt\", \"Wording\", \"Language\""), ("DeliveryConsents", "DELETE"),
        ("Notifications", "UPDATE"), ("Notifications", "DELETE"),
        ("MailTries", "UPDATE OF \"Id\", \"Notification\", \"Number\", \"StartedAt\", \"To\""), ("MailTries", "DELETE"),
        ("Receipts", "UPDATE OF \"Id\", \"Case\", \"Action\", \"Request\", \"RequestAction\", \"At\", \"Language\""), ("Receipts", "DELETE"),
        // Which letter corrects which (Awb 2:12).
        ("Corrections", "UPDATE"), ("Corrections", "DELETE"),
        ("Bounces", "UPDATE"), ("Bounces", "DELETE"),
        ("MailReports", "UPDATE"), ("MailReports", "DELETE"), ("ReportsSetAside", "UPDATE"), ("ReportsSetAside", "DELETE"),
        // To which hearings the executive board invited; a day that moves is an invitation of its own.
        ("EnrolmentHearings", "UPDATE"), ("EnrolmentHearings", "DELETE"),
        ("Letters", "UPDATE OF \"Id\", \"Case\", \"Request\", \"Kind\", \"Language\", \"Sha256\", \"PublishedBy\", \"PublishedByName\", \"PublishedAt\", \"AppealBy\""),
    ];

    // A first opening is first once, and never before the letter was there to be opened (Awb 2:25).
    private const string OpenedOnce = """
        CREATE TRIGGER IF NOT EXISTS "KeepLettersOpened" BEFORE UPDATE OF "FirstOpenedAt" ON "Letters"
        WHEN OLD."FirstOpenedAt" IS NOT NULL OR NEW."FirstOpenedAt" < OLD."PublishedAt"
        BEGIN SELECT RAISE(ABORT, 'Letters is only added to'); END;

        """;

    // What ended has ended, and what was taken back stays so: given again it is a row of its own.
    private const string EndedOnce = """
        CREATE TRIGGER IF NOT EXISTS "KeepMailTriesEnded" BEFORE UPDATE OF "End", "Answer", "EndedAt", "HandedOverAt" ON "MailTries"
        WHEN OLD."EndedAt" IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'MailTries is only added to'); END;

        CREATE TRIGGER IF NOT EXISTS "KeepDeliveryConsentsWithdrawn" BEFORE UPDATE OF "WithdrawnAt" ON "DeliveryConsents"
        WHEN OLD."WithdrawnAt" IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'DeliveryConsents is only added to'); END;

        """;

    // By what a letter is known, and with which texts of the house it was written. A trigger of its own: one that is there already is not made anew.
    private const string Marks = """
        CREATE TRIGGER IF NOT EXISTS "KeepLettersMarks" BEFORE UPDATE OF "Code", "AuditRoot", "HouseTexts" ON "Letters"
        BEGIN SELECT RAISE(ABORT, 'Letters is only added to'); END;

        """;

    // Texts change while they are being written; what was put in force, letters were written with.
    private const string InForce = """
        CREATE TRIGGER IF NOT EXISTS "KeepHouseTextsInForce" BEFORE UPDATE ON "HouseTexts" WHEN OLD."Number" IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'HouseTexts is only added to'); END;

        CREATE TRIGGER IF NOT EXISTS "KeepHouseTextsThere" BEFORE DELETE ON "HouseTexts" WHEN OLD."Number" IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'HouseTexts is only added to'); END;

        """;

    public static readonly string Triggers = OpenedOnce + EndedOnce + Marks + InForce + string.Concat(Kept.Select(kept => $"""
        CREATE TRIGGER IF NOT EXISTS "Keep{kept.Table}{kept.What[..6]}" BEFORE {kept.What} ON "{kept.Table}"
        BEGIN SELECT RAISE(ABORT, '{kept.Table} is only added to'); END;

        """));
}
