namespace ReviewPortal.Web.Tests.Commands;

/// <summary>What stands in no list, or is no JSON: verify names it and goes on with everything else.</summary>
public sealed class UnreadableTests
{
    // As somebody does who holds the file: what the file itself would refuse is let through.
    private const string Unchecked = "PRAGMA ignore_check_constraints=ON; ";

    [Fact]
    public async Task One_word_that_cannot_be_read_keeps_nothing_else_from_being_checked()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, Unchecked + "UPDATE Letters SET Kind = 'Fraude' WHERE AppealBy IS NOT NULL; UPDATE Views SET Text = 'Ik beken.'");
        var letter = await Sql.AskAsync(portal.DatabaseFile, "SELECT Id FROM Letters WHERE Kind = 'Fraude'");
        var before = await Sql.DumpAsync(portal.DatabaseFile);

        var broken = await PortalProcess.HereAsync(portal.Folder, "verify");

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains($"Case 2026-0001: Letters holds something under Kind that the portal cannot read (row {letter})", broken.Error, StringComparison.Ordinal);
        Assert.Contains("Case 2026-0001: what is kept in Views is not what the last step left", broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not foreseen", broken.Error, StringComparison.Ordinal);
        Assert.Contains("Recordings: ", broken.Out, StringComparison.Ordinal);
        Assert.Contains("Documents: ", broken.Out, StringComparison.Ordinal);
        Assert.Equal(before, await Sql.DumpAsync(portal.DatabaseFile));
    }

    [Fact]
    public async Task Everything_that_cannot_be_read_is_named_in_one_run()
    {
        var (portal, _) = await Stages.AtAsync(Stage.ReportSetAside);
        await using var closing = portal;
        var request = await AFacilityRequest.PublishedAsync(portal);
        string[] cases = ["Decisions.Outcome", "Decisions.Grounds", "Decisions.Attribution", "Decisions.SignedWith", "Decisions.FraudCodes", "Decisions.Sanction", "Cases.State", "Letters.Kind", "Letters.PublishedAt"];
        string[] requests = ["FacilityRequests.State", "FacilityRequests.Reason", "FacilityRequests.Examiner", "FacilityRequests.Assessment", "FacilityRequests.Decision"];
        string[] rows = ["MailTries.End", "MailReports.Stand", "MailReports.Sign", "MailReports.Result", "DeliveryConsents.Kind", "DeliveryConsents.Language"];
        // No moment either. Of one row each, since no two are alike.
        var damage = cases.Concat(requests).Concat(rows).Select(column => column.Split('.'))
            .Select(at => $"UPDATE {at[0]} SET {at[1]} = {(at[1] is "PublishedAt" ? "9223372036854775807" : "'[{x'")} WHERE rowid = (SELECT MIN(rowid) FROM {at[0]});");
        await Sql.RunAsync(portal.DatabaseFile, Unchecked + string.Concat(damage));

        var broken = await PortalProcess.HereAsync(portal.Folder, "verify");

        Assert.Equal(1, broken.ExitCode);
        Assert.All(cases, column => Assert.Contains($"Case 2026-0001: {Named(column)}", broken.Error, StringComparison.Ordinal));
        Assert.All(requests, column => Assert.Contains($"Case {request.Number}: {Named(column)}", broken.Error, StringComparison.Ordinal));
        Assert.All(rows, column => Assert.Contains($"\n{Named(column)}", $"\n{broken.Error}", StringComparison.Ordinal));
        Assert.DoesNotContain("not foreseen", broken.Error, StringComparison.Ordinal);
        Assert.Contains("Documents: ", broken.Out, StringComparison.Ordinal);

        static string Named(string column) => column.Split('.') is [var table, var name] ? $"{table} holds something under {name} that the portal cannot read" : column;
    }
}
