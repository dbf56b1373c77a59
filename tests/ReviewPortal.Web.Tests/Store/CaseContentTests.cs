using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Store;

/// <summary>Whatever is changed in the database behind the portal's back, the verifier names it.</summary>
public sealed class CaseContentTests
{
    // What does not belong to one case, or has a check of its own.
    private static readonly string[] NotOfACase =
    [
        "Exams", "Signals", "SignalDeliveries", "SittingFigures", "Files", "AuditRows", "AuditDetails", "Suppliers", "ProcessingAgreements", "RetentionCoverages", "QuarantinedDeliveries", "DeliveryReports", "Availabilities",
        // The tries of an e-mail come between two steps; each has a row in the audit log.
        "DeliveryConsents", "MailTries", "MailReports", "Outages", "HouseTexts",
    ];

    // At one of the stages somebody may still be writing there.
    private static readonly string[] MayBeWritten = ["Letters.FirstOpenedAt", "Hearings.Comment", "Retakes.Request", "Receipts.Tries", "Receipts.TriedAt", "Receipts.End"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.Imported, "Sittings", "StudentNumber")]
    [InlineData(Stage.Imported, "Messages", "Text")]
    [InlineData(Stage.Imported, "ExternalIds", "Value")]
    [InlineData(Stage.Reported, "Observations", "Seen")]
    [InlineData(Stage.ViewsInvited, "Investigations", "Findings")]
    [InlineData(Stage.ViewsReceived, "Views", "Text")]
    [InlineData(Stage.Heard, "Hearings", "Minutes")]
    [InlineData(Stage.HoldPlaced, "Holds", "Reason")]
    [InlineData(Stage.HoldLiftAsked, "Holds", "LiftAskedByName")]
    [InlineData(Stage.Restricted, "Restrictions", "Reason")]
    [InlineData(Stage.Notified, "Sendings", "At")]
    [InlineData(Stage.Notified, "Letters", "AppealBy")]
    [InlineData(Stage.Notified, "Notifications", "At")]
    [InlineData(Stage.MailBounced, "Bounces", "Text")]
    [InlineData(Stage.ReportSetAside, "ReportsSetAside", "Why")]
    [InlineData(Stage.ObjectionLodged, "Objections", "Grounds")]
    [InlineData(Stage.InformationAsked, "InformationRequests", "Purpose")]
    [InlineData(Stage.ClosingProposed, "Closings", "Reasons")]
    [InlineData(Stage.TerminationProposed, "TerminationProposals", "Reasons")]
    [InlineData(Stage.ChanceRequested, "Retakes", "Request")]
    [InlineData(Stage.Deliberation, "Sessions", "Members")]
    [InlineData(Stage.Annulled, "Appeals", "RulingSummary")]
    [InlineData(Stage.InterimMeasure, "Appeals", "InterimMeasure")]
    public async Task A_changed_line_is_named_by_its_table(Stage stage, string table, string column)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\" || '1'");
        Assert.Equal([$"Content 2026-0001 {table}"], await DamageAsync(portal));
    }

    [Theory]
    [InlineData("ConflictDeclarations", "Reason")]
    [InlineData("Incidents", "Description")]
    [InlineData("IncidentCases", null)]
    [InlineData("Hearings", "Comment")]
    [InlineData("InformationRequests", "Answer")]
    [InlineData("ExaminerReports", "Text")]
    [InlineData("FormerRounds", "Content")]
    [InlineData("Addenda", "Text")]
    [InlineData("ReviewRemarks", "Text")]
    [InlineData("BsnIncidents", "Note")]
    [InlineData("BsnIncidents", "Handling")]
    public async Task What_somebody_added_to_a_case_is_named_when_it_changes_and_when_it_disappears(string table, string? column)
    {
        var (portal, @case) = await WithAsync(table);
        await using var closing = portal;
        Assert.Empty(await DamageAsync(portal));
        Assert.NotEqual("0", await Sql.AskAsync(portal.DatabaseFile, $"SELECT COUNT(*) FROM \"{table}\""));
        if (column is not null)
        {
            await Sql.RunAsync(portal.DatabaseFile, $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\" || '1'");
            Assert.Contains($"Content 2026-0001 {table}", await DamageAsync(portal));
        }

        await Sql.RunAsync(portal.DatabaseFile, $"DELETE FROM \"{table}\"");
        Assert.Contains($"Content 2026-0001 {table}", await DamageAsync(portal));
    }

    /// <summary>Every column of every table that has a row, at stages that together fill them all: none is forgotten, in this version or a later one.</summary>
    [Theory]
    [InlineData(Stage.Heard)]
    [InlineData(Stage.FraudNotified)]
    [InlineData(Stage.AppealReopened)]
    [InlineData(Stage.HoldLiftAsked)]
    public async Task No_column_of_a_case_can_be_changed_unseen(Stage stage)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        var unseen = new List<string>();
        foreach (var (table, column, isKey) in await portal.ReadAsync(db => Task.FromResult(ColumnsOf(db))))
        {
            if (isKey || await Sql.AskAsync(portal.DatabaseFile, $"SELECT COUNT(*) FROM \"{table}\"") is "0") continue;
            var before = await Sql.AskAsync(portal.DatabaseFile, $"SELECT quote(\"{column}\") FROM \"{table}\" ORDER BY rowid LIMIT 1");
            await SetAsync(portal, table, column, before is "NULL" ? "7" : IsTheCase(table, column) ? before : $"{before} || '999'");
            if (!IsTheCase(table, column) && !await IsNamedAsync(portal)) unseen.Add($"{table}.{column}");
            await SetAsync(portal, table, column, before);
        }

        Assert.Equal([], unseen.Except(MayBeWritten));
        Assert.Empty(await DamageAsync(portal));
    }

    /// <summary>Without this a change would be covered up by the next step, which states what it finds.</summary>
    [Fact]
    public async Task A_change_before_a_step_is_written_down_by_that_step_and_found_ever_after()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsReceived);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Views SET Text = 'Ik beken.'");
        await ACase.DoneAsync(portal.On(11, 16).Then(() => @case.DeliberateAsync()));
        await @case.PublishedAsync(Drafts.ForUniversity);
        Assert.StartsWith("Strange 2026-0001 Views ", Assert.Single(await DamageAsync(portal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_being_written_is_no_damage()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ViewsInvited);
        await using (portal)
        {
            await ACase.DoneAsync(@case.WriteViewAsync("Ik"));
            Assert.Empty(await DamageAsync(portal));
            await ACase.DoneAsync(@case.AskHearingAsync());
            await ACase.DoneAsync(@case.WriteMinutesAsync());
            Assert.Empty(await DamageAsync(portal));
        }

        (portal, @case) = await Stages.AtAsync(Stage.Heard);
        await using (portal)
        {
            await ACase.DoneAsync(@case.WriteCommentAsync());
            await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.DeliberateAsync()));
            await ACase.DoneAsync(@case.DraftAsync(Drafts.OwnRisk));
            Assert.Empty(await DamageAsync(portal));
        }
    }

    /// <summary>A case from before fingerprints were kept is not broken: its signatures are looked at as they were then, and it is counted.</summary>
    [Fact]
    public async Task A_case_from_before_fingerprints_were_kept_is_counted_and_not_called_broken()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await Older.ForgetFingerprintsAsync(portal);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Views SET Text = 'Ik beken.'");
        Assert.Empty(await DamageAsync(portal));
        Assert.Single(await portal.ReadAsync(db => db.WithoutFingerprintAsync(Ct)));
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Decisions SET Reasons = 'Anders.'");
        Assert.Equal(["Decision 2026-0001"], await DamageAsync(portal));
        await ACase.DoneAsync(@case.PlanRetakeAsync(new DateOnly(2026, 12, 14)));
        Assert.Empty(await portal.ReadAsync(db => db.WithoutFingerprintAsync(Ct)));
    }

    private static async Task<IReadOnlyList<string>> DamageAsync(APortal portal) =>
        [.. (await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Select(found => string.Join(' ', [$"{found.Kind}", .. found.Details.Select(detail => Convert.ToString(detail, CultureInfo.InvariantCulture))]))];

    // A value that no longer reads is found by the fingerprint, which takes values as they lie there.
    private static async Task<bool> IsNamedAsync(APortal portal)
    {
        await using var db = await portal.Dbs.LookAsync(Ct);
        var stated = (await db.AuditDetails.OrderByDescending(item => item.Seq).Select(item => item.Text).ToListAsync(Ct)).First(text => text.Contains("\"content\"", StringComparison.Ordinal));
        var found = (await db.FingerprintsAsync([await db.Cases.Select(item => new StandingCase(item.Id, item.Sitting, item.State)).SingleAsync(Ct)], Ct)).Single().Value;
        return found.Any(pair => !stated.Contains($"\"{pair.Key}\":\"{pair.Value}\"", StringComparison.Ordinal));
    }

    // Changed, these are another case or another state; what else shows them is in VerifyTests.
    private static bool IsTheCase(string table, string column) => (table, column) is ("Cases", "Number" or "State");

    private static Task SetAsync(APortal portal, string table, string column, string value) =>
        Sql.RunAsync(portal.DatabaseFile, $"PRAGMA ignore_check_constraints=ON; UPDATE \"{table}\" SET \"{column}\" = {value} WHERE rowid = (SELECT MIN(rowid) FROM \"{table}\")");

    private static IReadOnlyList<(string Table, string Column, bool IsKey)> ColumnsOf(PortalDb db) =>
    [
        .. db.Model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace!.StartsWith("ReviewPortal.", StringComparison.Ordinal) && type.GetTableName() is { } table && !NotOfACase.Contains(table) && table is not "AspNetUsers")
            .SelectMany(type => type.GetProperties().Select(property => (type.GetTableName()!, property.GetColumnName(), property.IsKey() || property.IsForeignKey()))),
    ];

    private static async Task<(APortal Portal, ACase Case)> WithAsync(string table)
    {
        var (portal, @case) = await Stages.AtAsync(table switch
        {
            "Hearings" => Stage.Heard,
            "InformationRequests" => Stage.InformationAsked,
            "ExaminerReports" => Stage.Cleared,
            "FormerRounds" => Stage.Annulled,
            "ReviewRemarks" => Stage.Supported,
            "BsnIncidents" => Stage.BsnReported,
            _ => Stage.Reported,
        });
        await ACase.DoneAsync(table switch
        {
            "ConflictDeclarations" => @case.DeclareConflictAsync(),
            "Hearings" => @case.CommentOnMinutesAsync(),
            "InformationRequests" => @case.AnswerInformationAsync(),
            "ExaminerReports" => @case.ReportByExaminerAsync(),
            "FormerRounds" => @case.RedecideAsync(),
            "Addenda" => @case.AddAddendumAsync(),
            "ReviewRemarks" => @case.DiscussAsync(),
            "BsnIncidents" => @case.HandleBsnAsync(),
            _ => @case.LinkIncidentAsync(),
        });
        return (portal, @case);
    }
}
