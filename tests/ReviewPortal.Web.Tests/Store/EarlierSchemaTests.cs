using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Store;

/// <summary>A database file of an earlier version, with cases in it, is brought to this one at a start, and its cases go on.</summary>
public sealed class EarlierSchemaTests
{
    private const string BeforeSendings = "OneAccountPerStudentNumber";
    private const string BeforeConstraints = "AppealsSessionsAndHolds";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stage.Notified, RetakeRight.Planned)]
    [InlineData(Stage.ChanceOpen, RetakeRight.OnRequest)]
    [InlineData(Stage.FraudNotified, null)]
    public async Task A_decision_published_before_sendings_were_kept_has_been_sent_and_gives_its_chance(Stage stage, RetakeRight? right)
    {
        var (portal, @case) = await FromAsync(stage, BeforeSendings);
        await using var _ = portal;
        var letter = await portal.ReadAsync(db => db.Letters.SingleAsync(item => item.AppealBy != null, Ct));
        var sending = await portal.ReadAsync(db => db.Sendings.SingleAsync(Ct));
        Assert.Equal((letter.Id, letter.PublishedAt, SendingChannel.Portal, @case.Id), (sending.Letter, sending.At, sending.Channel, sending.Case));

        var retake = await portal.ReadAsync(db => db.Retakes.SingleOrDefaultAsync(Ct));
        Assert.Equal(right, retake?.Right);
        Assert.Equal(right is RetakeRight.Planned ? RetakeChance.PlanByFrom(letter.PublishedAt) : null, retake?.PlanBy);

        Assert.Equal(0, await portal.Get<Migrator>().MigrateAsync(Ct));
        Assert.Equal(1, await portal.ReadAsync(db => db.Sendings.CountAsync(Ct)));
        Assert.Empty(await NewerThings.DamageAsync(portal));
        Assert.Single(await portal.ReadAsync(db => db.WithoutFingerprintAsync(Ct)));

        if (right is RetakeRight.Planned) await ACase.DoneAsync(@case.PlanRetakeAsync(new DateOnly(2026, 12, 14)));
        if (right is RetakeRight.OnRequest) await ACase.DoneAsync(@case.RequestRetakeAsync());
        await ACase.DoneAsync(portal.On(11, 23).Then(() => @case.DeliveryFailedAsync()));
        await ACase.DoneAsync(@case.SendAgainAsync());
        Assert.Empty(await NewerThings.DamageAsync(portal));
    }

    [Theory]
    [InlineData(Stage.FraudNotified)]
    [InlineData(Stage.TerminationProposed)]
    [InlineData(Stage.ChanceOpen)]
    public async Task A_file_from_before_the_newest_constraints_loses_nothing(Stage stage)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM ProcessingAgreements; DELETE FROM Suppliers; DELETE FROM RetentionCoverages; DELETE FROM DeliveryConsents"); // There were no tables for them.
        var before = await portal.DumpAsync();
        var newer = await NewerThings.TakeOutAsync(portal);
        await Older.ToSchemaOfAsync(portal, BeforeConstraints);
        Assert.True(await portal.Get<Migrator>().MigrateAsync(Ct) > 0);
        Assert.All(await portal.ReadAsync(db => db.Letters.ToListAsync(Ct)), letter => Assert.Null(letter.Code));
        await newer.PutBackAsync();
        Assert.Equal(WithoutHistory(before), WithoutHistory(await portal.DumpAsync()));
        Assert.Empty(await NewerThings.DamageAsync(portal));
    }

    /// <summary>An earlier version accepted it: it stays, it does not stop the start, and from now on it is refused.</summary>
    [Theory]
    [InlineData(Stage.Annulled, "UPDATE Appeals SET RuledOn = date(ReceivedOn, '-1 day')", "SELECT RuledOn FROM Appeals", "CK_RuledAfterReceipt", "UPDATE Appeals SET RulingSummary = 'x'")]
    [InlineData(Stage.Annulled, "UPDATE Appeals SET WithdrawnOn = RuledOn", "SELECT WithdrawnOn FROM Appeals", "CK_WithdrawnUnruled", "UPDATE Appeals SET Grounds = 'x'")]
    [InlineData(Stage.TerminationProposed, "UPDATE TerminationProposals SET Terminated = 1, Hearing = ''", "SELECT Terminated FROM TerminationProposals", "CK_TerminatedAfterHearing", "UPDATE TerminationProposals SET Reasons = 'x'")]
    [InlineData(Stage.Notified, "UPDATE Sendings SET FailedAt = At - 1", "SELECT FailedAt FROM Sendings", "CK_FailedAfterSending", "UPDATE Sendings SET Proof = 'x'")]
    [InlineData(Stage.Notified, "UPDATE Retakes SET Granted = 1", "SELECT Granted FROM Retakes", "CK_AnswersARequest", "UPDATE Retakes SET Request = 'x'")]
    [InlineData(Stage.CoSigned, "UPDATE Decisions SET SignedBy = NULL, Reasons = 'ondertekend'", "SELECT Reasons FROM Decisions", "CK_CoSignedAfterSigned", "UPDATE Decisions SET Reasons = 'x'")]
    [InlineData(Stage.Notified, "UPDATE Letters SET AppealBy = NULL", "SELECT COUNT(*) - COUNT(AppealBy) FROM Letters", "CK_DecisionHasLastDay", "UPDATE Letters SET FirstOpenedAt = PublishedAt")]
    [InlineData(Stage.Notified, "UPDATE Letters SET AppealBy = '2020-01-01'", "SELECT AppealBy FROM Letters", "CK_LastDayAfterPublication", "UPDATE Letters SET FirstOpenedAt = PublishedAt")]
    public async Task What_an_earlier_version_accepted_does_not_stop_the_start(Stage stage, string accepted, string kept, string refused, string change)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        await Older.ToSchemaOfAsync(portal, BeforeConstraints);
        await Sql.RunAsync(portal.DatabaseFile, accepted);
        var before = await Sql.AskAsync(portal.DatabaseFile, kept);

        Assert.True(await portal.Get<Migrator>().MigrateAsync(Ct) > 0);

        Assert.Equal(before, await Sql.AskAsync(portal.DatabaseFile, kept));
        Assert.Equal(0, await portal.Get<Migrator>().MigrateAsync(Ct));
        Assert.Equal("", await Sql.TryAsync(portal.DatabaseFile, change));
        await Sql.RunAsync(portal.DatabaseFile, "SELECT 1"); // Takes the triggers away, which would refuse it sooner.
        Assert.Contains(refused, await Sql.TryAsync(portal.DatabaseFile, accepted), StringComparison.Ordinal);
    }

    /// <summary>Of two, nobody but the people concerned can say which should go: both stay.</summary>
    [Theory]
    [InlineData(Stage.Restricted, BeforeConstraints, "Restrictions", "INSERT INTO Restrictions SELECT '00000000-0000-0000-0000-000000000001', \"Case\", Reason, \"From\", PlacedByName, EndedAt, EndReason FROM Restrictions")]
    [InlineData(Stage.Notified, BeforeConstraints, "Letters", "INSERT INTO Letters (Id, \"Case\", Kind, Language, Sha256, PublishedBy, PublishedByName, PublishedAt, AppealBy) SELECT '00000000-0000-0000-0000-000000000001', \"Case\", Kind, Language, Sha256, PublishedBy, PublishedByName, PublishedAt, AppealBy FROM Letters WHERE AppealBy IS NOT NULL")]
    [InlineData(Stage.Notified, "HearingAndSecondViewing", "AspNetUsers", "UPDATE AspNetUsers SET StudentNumber = '7654321'")]
    public async Task What_an_earlier_version_kept_twice_stays(Stage stage, string schema, string table, string accepted)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        await Older.ToSchemaOfAsync(portal, schema);
        await Sql.RunAsync(portal.DatabaseFile, accepted);
        var before = await Sql.AskAsync(portal.DatabaseFile, $"SELECT COUNT(*) FROM {table}");

        Assert.True(await portal.Get<Migrator>().MigrateAsync(Ct) > 0);

        Assert.Equal(before, await Sql.AskAsync(portal.DatabaseFile, $"SELECT COUNT(*) FROM {table}"));
        Assert.Equal("", await Sql.AskAsync(portal.DatabaseFile, "SELECT group_concat(\"table\") FROM pragma_foreign_key_check"));
        Assert.Equal(0, await portal.Get<Migrator>().MigrateAsync(Ct));
        await portal.ReadAsync(db => db.VerifyCasesAsync(Ct));
    }

    private static IEnumerable<string> WithoutHistory(string dump) => dump.Split('\n').Where(line => !line.Contains("2026112", StringComparison.Ordinal) && !line.Contains("== ", StringComparison.Ordinal));

    private static async Task<(APortal Portal, ACase Case)> FromAsync(Stage stage, string migration)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        // Departures from the report came with sendings; a day to answer by and more than one measure came later.
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Decisions SET DeviationReasons = ''; UPDATE Retakes SET AnswerBy = NULL; UPDATE Appeals SET EarlierMeasures = '', FileBy = NULL, Letter = NULL");
        await Older.ForgetFingerprintsAsync(portal);
        await Older.ToSchemaOfAsync(portal, migration);
        Assert.True(await portal.Get<Migrator>().MigrateAsync(Ct) > 0);
        return (portal, @case);
    }
}
