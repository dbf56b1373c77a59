namespace ReviewPortal.Web.Tests.Store;

/// <summary>What no program may write to the file, the file refuses by itself.</summary>
public sealed class ConstraintTests
{
    private const string AnotherLetter = """
        INSERT INTO Letters (Id, "Case", Kind, Language, Sha256, PublishedBy, PublishedByName, PublishedAt, AppealBy)
        SELECT '00000000-0000-0000-0000-000000000001', "Case", Kind, Language, Sha256, PublishedBy, PublishedByName, PublishedAt, AppealBy FROM Letters
        """;

    [Theory]
    [InlineData(Stage.CoSigned, "UPDATE Decisions SET Sanction = '{}'", "CK_SanctionOnlyWithFraud")]
    [InlineData(Stage.CoSigned, "UPDATE Decisions SET Outcome = NULL", "CK_SignedHasOutcome")]
    [InlineData(Stage.CoSigned, "UPDATE Decisions SET CoSignedBy = SignedBy", "CK_CoSignerIsAnother")]
    [InlineData(Stage.Drafted, "UPDATE Decisions SET CoSignedBy = 'x'", "CK_CoSignedAfterSigned")]
    [InlineData(Stage.SecondReviewTaken, "UPDATE Assignments SET SecondReviewer = Reviewer", "CK_SecondReviewerIsAnother")]
    [InlineData(Stage.CoSigned, "INSERT INTO Decisions SELECT * FROM Decisions", "UNIQUE constraint failed: Decisions.Case")]
    [InlineData(Stage.CoSigned, "UPDATE Decisions SET \"Case\" = 'x'", "FOREIGN KEY")]
    [InlineData(Stage.Notified, AnotherLetter, "UNIQUE constraint failed: Letters.")]
    [InlineData(Stage.Notified, "UPDATE Letters SET Sha256 = 'x'", "Letters is only added to")]
    [InlineData(Stage.Notified, "UPDATE Letters SET PublishedAt = PublishedAt + 1", "Letters is only added to")]
    [InlineData(Stage.Notified, "UPDATE Letters SET AppealBy = '2027-06-01'", "Letters is only added to")]
    [InlineData(Stage.Notified, "UPDATE Letters SET Code = NULL", "Letters is only added to")]
    [InlineData(Stage.Notified, "UPDATE Letters SET AuditRoot = 'x'", "Letters is only added to")]
    [InlineData(Stage.Notified, "UPDATE Letters SET HouseTexts = NULL", "Letters is only added to")]
    [InlineData(Stage.Notified, "UPDATE Letters SET FirstOpenedAt = PublishedAt - 1", "Letters is only added to")]
    [InlineData(Stage.Notified, "BEGIN; UPDATE Letters SET FirstOpenedAt = PublishedAt; UPDATE Letters SET FirstOpenedAt = NULL", "Letters is only added to")]
    [InlineData(Stage.Notified, "DELETE FROM Files", "FOREIGN KEY")]
    [InlineData(Stage.Notified, "UPDATE Files SET Content = x'00'", "Files is only added to")]
    [InlineData(Stage.Notified, "UPDATE Sendings SET FailedAt = At - 1", "CK_FailedAfterSending")]
    [InlineData(Stage.Notified, "UPDATE Retakes SET Granted = 1", "CK_AnswersARequest")]
    [InlineData(Stage.TerminationProposed, "UPDATE TerminationProposals SET Terminated = 1", "CK_TerminatedAfterHearing")]
    [InlineData(Stage.AppealLodged, "UPDATE Appeals SET Ruling = 'Annulled'", "CK_RuledAfterReceipt")]
    [InlineData(Stage.AppealLodged, "UPDATE Appeals SET Ruling = 'Annulled', RuledOn = '2020-01-01'", "CK_RuledAfterReceipt")]
    [InlineData(Stage.Annulled, "UPDATE Appeals SET WithdrawnOn = RuledOn", "CK_WithdrawnUnruled")]
    [InlineData(Stage.HoldPlaced, "UPDATE Holds SET LiftedAt = 1, LiftedBy = 'a', LiftAskedBy = 'a'", "CK_LiftedByTwo")]
    [InlineData(Stage.Restricted, "INSERT INTO Restrictions SELECT 'y', \"Case\", Reason, \"From\", PlacedByName, EndedAt, EndReason FROM Restrictions", "UNIQUE constraint failed: Restrictions.Case")]
    [InlineData(Stage.AppealReopened, "UPDATE FormerRounds SET Reasons = ''", "FormerRounds is only added to")]
    [InlineData(Stage.AppealReopened, "DELETE FROM FormerRounds", "FormerRounds is only added to")]
    [InlineData(Stage.Notified, "UPDATE CaseEvents SET ByName = ''", "CaseEvents is only added to")]
    [InlineData(Stage.Notified, "DELETE FROM CaseEvents", "CaseEvents is only added to")]
    [InlineData(Stage.Notified, "UPDATE AuditRows SET Action = ''", "AuditRows is only added to")]
    [InlineData(Stage.Notified, "DELETE FROM AuditRows WHERE Seq > 3", "AuditRows is only added to")]
    [InlineData(Stage.Notified, "UPDATE AuditDetails SET Text = ''", "AuditDetails is only added to")]
    [InlineData(Stage.Notified, "DELETE FROM AuditDetails", "AuditDetails is only added to")]
    public async Task The_file_refuses(Stage stage, string command, string says)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        var before = await portal.DumpAsync();
        Assert.Contains(says, await Sql.TryAsync(portal.DatabaseFile, command), StringComparison.Ordinal);
        Assert.Equal(before, await portal.DumpAsync());
    }

    /// <summary>The triggers guard what stands; a letter that is added meets the constraints.</summary>
    [Theory]
    [InlineData("date(PublishedAt / 10000000 - 62135596800, 'unixepoch')", "CK_LastDayAfterPublication")]
    [InlineData("NULL", "CK_DecisionHasLastDay")]
    public async Task A_letter_without_a_day_to_appeal_after_its_publication_is_refused(string lastDay, string says)
    {
        var (portal, _) = await Stages.AtAsync(Stage.Notified);
        await using var closing = portal;
        Assert.Contains(says, await Sql.TryAsync(portal.DatabaseFile, AnotherLetter.Replace("PublishedAt, AppealBy FROM Letters", $"PublishedAt + 1, {lastDay} FROM Letters WHERE AppealBy IS NOT NULL", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
