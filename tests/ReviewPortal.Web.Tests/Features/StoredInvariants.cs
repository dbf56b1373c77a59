using Microsoft.Data.Sqlite;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>The invariants of the procedure (law.md section 4), asked of what is stored, in SQL and past every class of the portal.</summary>
/// <param name="Breaks">Counts the rows that should not be there.</param>
internal sealed record StoredInvariant(string Name, string Breaks)
{
    private const string Standing = "('Notified', 'DeliveryFailed', 'AppealLodged', 'Settlement', 'AppealPending', 'Dismissed', 'FurtherAppeal', 'Irrevocable')";
    private const string Undecided = "('Reported', 'UnderInvestigation', 'ViewsInvited', 'HearingScheduled', 'ViewsReceived', 'Deliberation', 'Decided')";

    private const string Decisive = "('Valid', 'IrregularityUniversity', 'IrregularityForceMajeure', 'IrregularityOwnRisk', 'FraudInvalid', 'FraudSanction', 'FraudProposal')";

    public static readonly IReadOnlyList<StoredInvariant> All =
    [
        new("I1 only the board decides", """
            SELECT 1 FROM CaseEvents WHERE Action IN ('DecideValid', 'DecideIrregularity', 'DecideFraud', 'CoSign', 'ReturnToDeliberation')
            AND (ByRole NOT IN ('BoardMember', 'Chair') OR "By" NOT IN (SELECT Id FROM AspNetUsers))
            """),
        new("I1 a standing decision has two signatures of two people", $"""
            SELECT 1 FROM Cases c LEFT JOIN Decisions d ON d."Case" = c.Id
            WHERE c.State IN {Standing} AND (d.SignedBy IS NULL OR d.CoSignedBy IS NULL OR d.SignedBy = d.CoSignedBy)
            """),
        new("I2 a sanction stands only beside fraud", """
            SELECT 1 FROM Decisions WHERE SignedAt IS NOT NULL AND Sanction IS NOT NULL AND Outcome <> 'Fraud'
            UNION ALL SELECT 1 FROM FormerRounds WHERE json_extract(Content, '$.decision.sanction') IS NOT NULL AND Outcome <> 'Fraud'
            """),
        new("I2 a decision has one outcome, with what belongs to it", """
            SELECT 1 FROM Decisions WHERE SignedAt IS NOT NULL AND (Outcome IS NULL OR (Attribution IS NOT NULL) <> (Outcome = 'Irregularity') OR (FraudCodes <> '[]') <> (Outcome = 'Fraud'))
            """),
        new("I3 for the university's account means a planned test", $"""
            SELECT 1 FROM Cases c JOIN Decisions d ON d."Case" = c.Id LEFT JOIN Retakes r ON r."Case" = c.Id
            WHERE c.State IN {Standing} AND coalesce(r."Right", 'None') <> CASE WHEN d.Outcome <> 'Irregularity' THEN 'None' WHEN d.Attribution = 'University' THEN 'Planned' WHEN d.Attribution = 'ForceMajeure' THEN 'OnRequest' ELSE 'None' END
            """),
        new("I4 netiquette alone is never reported", """
            SELECT 1 FROM Cases c JOIN ProcessenVerbaal p ON p."Case" = c.Id
            WHERE p.SignedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Observations o WHERE o."Case" = c.Id AND o.Ground <> 'NETIQUETTE')
            """),
        new("I5 nothing is destroyed under a hold or before the end", """
            SELECT 1 FROM Cases c WHERE (c.State IN ('PurgeProposed', 'Purged') AND EXISTS (SELECT 1 FROM Holds h WHERE h."Case" = c.Id AND h.LiftedAt IS NULL))
            OR NOT EXISTS (SELECT 1 FROM Recordings r WHERE r.Sitting = c.Sitting)
            """),
        new("I5 a hold is lifted by two", "SELECT 1 FROM Holds WHERE LiftedAt IS NOT NULL AND (LiftAskedBy IS NULL OR LiftedBy IS NULL OR LiftAskedBy = LiftedBy)"),
        new("I6 every publication is one letter, with its last day after it and its sending", $"""
            SELECT 1 FROM Cases c WHERE (SELECT COUNT(*) FROM CaseEvents e WHERE e."Case" = c.Id AND e.Action = 'Publish') <> (SELECT COUNT(*) FROM Letters l WHERE l."Case" = c.Id AND l.Kind IN {Decisive})
            UNION ALL SELECT 1 FROM Letters WHERE Kind NOT IN ('InvitationForView', 'NoticeOfReport', 'NewTestPlanned', 'ClosedWithoutGrounds', 'ClosedAfterAnnulment', 'TerminationProposed', 'InterimMeasureOrdered', 'InterimMeasureEnded', 'Correction', 'ProcesVerbaalSent', 'EnrolmentHearing') AND (AppealBy IS NULL OR AppealBy <= date(PublishedAt / 10000000 - 62135596800, 'unixepoch'))
            UNION ALL SELECT 1 FROM Letters l WHERE l.Kind IN {Decisive} AND NOT EXISTS (SELECT 1 FROM Sendings s WHERE s.Letter = l.Id)
            UNION ALL SELECT 1 FROM Letters l WHERE NOT EXISTS (SELECT 1 FROM Files f WHERE f.Sha256 = l.Sha256)
            """),
        new("I6 the result stays held until a decision is published", $"""
            SELECT 1 FROM Cases c WHERE c.State IN {Undecided}
            AND (SELECT COUNT(*) FROM Letters l WHERE l."Case" = c.Id AND l.Kind IN {Decisive}) <> (SELECT COUNT(*) FROM FormerRounds f WHERE f."Case" = c.Id)
            """),
        new("I7 a decision names its rule", """
            SELECT 1 FROM Decisions WHERE SignedAt IS NOT NULL AND ((Outcome = 'Irregularity' AND (Grounds = 'None' OR Attribution IS NULL)) OR (Outcome = 'Fraud' AND trim(ViolatedProvision) = ''))
            """),
        new("I8 there is no place for a grade, an objection or a health reason", """
            SELECT 1 FROM sqlite_master m, pragma_table_info(m.name) i WHERE m.type = 'table'
                -- Of no case, and no reviewer sees it (UU-R1-3).
                AND NOT (m.name = 'FacilityRequests' AND i.name = 'HealthDetail') AND (i.name LIKE '%grade%' OR i.name LIKE '%objection%' OR i.name LIKE '%health%')
            """),
        new("I9 nobody with an interest signs or sits", $"""
            SELECT 1 FROM Decisions d JOIN Assignments a ON a."Case" = d."Case" WHERE d.SignedBy IN (a.Reviewer, a.SecondReviewer) OR d.CoSignedBy IN (a.Reviewer, a.SecondReviewer)
            UNION ALL SELECT 1 FROM Cases c JOIN Decisions d ON d."Case" = c.Id JOIN ConflictDeclarations n ON n."Case" = c.Id AND n.Person IN (d.SignedBy, d.CoSignedBy)
                WHERE c.State IN {Standing} AND n.At <= (SELECT MAX(PublishedAt) FROM Letters l WHERE l."Case" = c.Id AND l.Kind IN {Decisive})
            UNION ALL SELECT 1 FROM Cases c JOIN Sessions s ON s."Case" = c.Id, json_each(s.Members) member
                WHERE c.State IN ('Deliberation', 'Decided') AND (upper(json_extract(member.value, '$.id.value')) IN (SELECT upper(Person) FROM ConflictDeclarations n WHERE n."Case" = c.Id)
                OR upper(json_extract(member.value, '$.id.value')) IN (SELECT upper(Reviewer) FROM Assignments a WHERE a."Case" = c.Id))
            UNION ALL SELECT 1 FROM Decisions d JOIN Cases c ON c.Id = d."Case" JOIN Sittings s ON s.Id = c.Sitting JOIN Exams x ON x.Id = s.Exam JOIN AspNetUsers u ON u.Id IN (d.SignedBy, d.CoSignedBy)
                WHERE lower(u.Email) = lower(x.Examiner)
            """),
        new("WHW 7.12b lid 2 no enrolment ends on a proposal that one member signed", """
            SELECT 1 FROM TerminationProposals WHERE ProposedBy IS NOT NULL AND ((CoSignedBy IS NULL AND DecidedAt IS NOT NULL) OR CoSignedBy = ProposedBy)
            """),
        new("I10 what no longer stands stays readable", """
            SELECT 1 FROM Cases c WHERE (SELECT COUNT(*) FROM FormerRounds f WHERE f."Case" = c.Id) <> (SELECT COUNT(*) FROM CaseEvents e WHERE e."Case" = c.Id AND e.Action IN ('Redecide', 'HearAgain', 'CloseAnnulled', 'SettleByDecision'))
            UNION ALL SELECT 1 FROM FormerRounds WHERE coalesce(json_extract(Content, '$.decision.reasons'), '') = '' OR json_array_length(Members) < 2
            """),
        new("I11 a case goes to the board by a person's signed report only", """
            SELECT 1 FROM Cases c WHERE c.State NOT IN ('Imported', 'InReview', 'SecondReview', 'Cleared')
            AND NOT EXISTS (SELECT 1 FROM ProcessenVerbaal p WHERE p."Case" = c.Id AND p.SignedAt IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM ExaminerReports r WHERE r."Case" = c.Id)
            """),
        new("the timeline has one line per version", """SELECT 1 FROM Cases c WHERE c.Version <> (SELECT COUNT(*) FROM CaseEvents e WHERE e."Case" = c.Id) OR c.Version <> (SELECT MAX(Version) FROM CaseEvents e WHERE e."Case" = c.Id)"""),
        new("the student was heard, or it is written why not", $"""
            SELECT 1 FROM Cases c JOIN Decisions d ON d."Case" = c.Id LEFT JOIN Views v ON v."Case" = c.Id WHERE c.State IN {Standing} AND d.Outcome <> 'Valid' AND (v.ReceivedAt IS NULL OR v.Form IS NULL)
            """),
    ];

    // Every letter with its bytes and every former decision as they are now; the first opening of a letter may still come.
    private const string Fixed = """
        SELECT l.Id || l.Kind || l.Language || l.Sha256 || l.PublishedAt || coalesce(l.AppealBy, '') || hex(f.Content) FROM Letters l JOIN Files f ON f.Sha256 = l.Sha256
        UNION ALL SELECT Id || Number || Content || Reasons || Members FROM FormerRounds
        """;

    private static readonly string Question = string.Join(" UNION ALL ", All.Select((item, at) => $"SELECT {at} WHERE EXISTS (SELECT * FROM ({item.Breaks}))"));

    /// <summary>The names of the invariants that do not hold in this file.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(string file) => [.. (await RowsAsync(file, Question)).Select(at => All[int.Parse(at, System.Globalization.CultureInfo.InvariantCulture)].Name)];

    /// <summary>What must be there unchanged for ever after.</summary>
    public static async Task<IReadOnlyCollection<string>> FixedAsync(string file) => await RowsAsync(file, Fixed);

    private static async Task<IReadOnlyList<string>> RowsAsync(string file, string query)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        await connection.OpenAsync();
        await using var sql = connection.CreateCommand();
        sql.CommandText = query;
        var rows = new List<string>();
        await using var reader = await sql.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
