using ReviewPortal.Infrastructure.Audit;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>Damage done behind the portal's back, and the sentence with which verify names it.</summary>
public sealed class VerifyTests
{
    private const string CutTail = "DELETE FROM AuditRows WHERE Seq > 12; DELETE FROM AuditDetails WHERE Seq > 12";

    [Theory]
    [InlineData("DELETE FROM Files WHERE Sha256 = (SELECT Sha256 FROM Letters ORDER BY PublishedAt DESC)", "Case 2026-0001: the document of a letter that was sent is missing")]
    [InlineData("DELETE FROM Files WHERE Sha256 = (SELECT Sha256 FROM Letters ORDER BY PublishedAt DESC)", "a reference leads nowhere (Letters -> Files)")]
    [InlineData("DELETE FROM Letters WHERE AppealBy IS NOT NULL", "Case 2026-0001: a letter that was sent is missing")]
    [InlineData("UPDATE Letters SET Sha256 = (SELECT Sha256 FROM Files WHERE Files.Sha256 <> Letters.Sha256 LIMIT 1)", "Case 2026-0001: a letter that was sent is missing")]
    [InlineData(CutTail, "Case 2026-0001: the timeline has ")]
    [InlineData("DELETE FROM AuditRows; DELETE FROM AuditDetails", "the audit log tells of 0 or of others")]
    [InlineData("DELETE FROM CaseEvents WHERE Action = 'CoSign'", "Case 2026-0001: the timeline has ")]
    [InlineData("UPDATE CaseEvents SET Action = 'ReturnToDeliberation' WHERE Action = 'CoSign'", "Case 2026-0001: the timeline has ")]
    [InlineData("DELETE FROM AuditDetails WHERE Seq = 3", "the chain breaks at row 3 (DetailMissing)")]
    [InlineData("DELETE FROM AuditDetails", "the chain breaks at row 1 (DetailMissing)")]
    [InlineData("UPDATE Decisions SET Reasons = 'Anders.'", "Case 2026-0001: the decision has changed since it was signed")]
    [InlineData("UPDATE Decisions SET Grounds = 'None'", "Case 2026-0001: the decision has changed since it was signed")]
    [InlineData("UPDATE Decisions SET CoSignedByName = 'Iemand anders'", "Case 2026-0001: the decision has changed since it was signed")]
    [InlineData("UPDATE Decisions SET SignedAt = NULL", "Case 2026-0001: the decision has changed since it was signed")]
    [InlineData("DELETE FROM Decisions", "Case 2026-0001: the decision has changed since it was signed")]
    [InlineData("DELETE FROM ProcessenVerbaal", "Case 2026-0001: the official report is not the one that was signed")]
    [InlineData("UPDATE Views SET Text = 'Ik beken.'", "Case 2026-0001: what is kept in Views is not what the last step left")]
    [InlineData("DELETE FROM Sendings", "Case 2026-0001: what is kept in Sendings is not what the last step left")]
    [InlineData("UPDATE Cases SET State = 'Decided'", "Case 2026-0001: it does not stand where its last step led")]
    [InlineData("UPDATE Exams SET Instructions = replace(Instructions, '2026', '2025')", "Case 2026-0001: what is kept in Exams is not what the last step left")]
    [InlineData("UPDATE Exams SET Examiner = 'iemand@uni.example'", "Case 2026-0001: what is kept in Exams is not what the last step left")]
    [InlineData("UPDATE Exams SET AllowedAids = '[\"alles\"]'", "Case 2026-0001: what is kept in Exams is not what the last step left")]
    [InlineData("UPDATE Letters SET FirstOpenedAt = PublishedAt + 1 WHERE AppealBy IS NOT NULL", "Case 2026-0001: the first opening of a letter is not the one in the audit log")]
    [InlineData("DELETE FROM Exams", "a reference leads nowhere (Sittings -> Exams)")]
    public async Task Damage_is_named_and_the_command_says_no(string damage, string says)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, damage);

        var broken = await PortalProcess.HereAsync(portal.Folder, "verify");

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains(says, broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", broken.Error, StringComparison.Ordinal);
    }

    /// <summary>A letter beside the decision is as fixed as the decision letter.</summary>
    [Theory]
    [InlineData("DELETE FROM Letters WHERE Kind = 'ExtraChanceRefused'", "a letter that was sent is missing")]
    [InlineData("UPDATE Letters SET Sha256 = (SELECT Sha256 FROM Files WHERE Files.Sha256 <> Letters.Sha256 LIMIT 1) WHERE Kind = 'ExtraChanceRefused'", "a letter that was sent is missing")]
    [InlineData("DELETE FROM Files WHERE Sha256 = (SELECT Sha256 FROM Letters WHERE Kind = 'ExtraChanceRefused')", "the document of a letter that was sent is missing")]
    [InlineData("UPDATE Files SET Content = x'00' WHERE Sha256 = (SELECT Sha256 FROM Letters WHERE Kind = 'ExtraChanceRefused')", "has changed")]
    public async Task Damage_to_a_letter_beside_the_decision_is_named_too(string damage, string says)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var closing = portal;
        await ACase.DoneAsync(@case.RefuseRetakeAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(TestContext.Current.CancellationToken)));
        await Sql.RunAsync(portal.DatabaseFile, damage);

        var broken = await PortalProcess.HereAsync(portal.Folder, "verify");

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains(says, broken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Imported)]
    [InlineData(Stage.SecondReviewTaken)]
    [InlineData(Stage.Reported)]
    [InlineData(Stage.ViewsInvited)]
    [InlineData(Stage.Decided)]
    [InlineData(Stage.CoSigned)]
    [InlineData(Stage.Notified)]
    [InlineData(Stage.ClosedNoGrounds)]
    public async Task A_case_is_whole_at_every_stage(Stage stage)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_decision_that_was_returned_and_may_be_rewritten_is_no_damage()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Decided);
        await using var closing = portal;
        await ACase.DoneAsync(@case.ReturnAsync());
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_case_without_a_fingerprint_is_named_and_the_command_says_yes()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Reported);
        await using var closing = portal;
        await Older.ForgetFingerprintsAsync(portal);
        Assert.Contains("last moved before it was kept: 1 (2026-0001)", (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_the_next_step_covered_up_is_named()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Observations SET Seen = 'Niets.'");
        await ACase.DoneAsync(@case.TakeUpAsync());
        var broken = await PortalProcess.RunAsync(portal.Folder, "verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("Case 2026-0001: what is kept in Observations had been changed before the step of row ", broken.Error, StringComparison.Ordinal);
    }

    /// <summary>A second delivery of the same exam changes nothing in it; a step of before exams were covered says nothing about them.</summary>
    [Fact]
    public async Task A_later_sitting_of_the_same_exam_is_no_damage()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        await portal.ImportedAsync("C-2", "7654321");
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(TestContext.Current.CancellationToken)));
    }
}
