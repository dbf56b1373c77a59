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
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        Assert.Single(await portal.ReadAsync(db => db.WithoutFingerprintAsync(Ct)));

        if (right is RetakeRight.Planned) await ACase.DoneAsync(@case.PlanRetakeAsync(new DateOnly(2026, 12, 14)));
        if (right is RetakeRight.OnRequest) await ACase.DoneAsync(@case.RequestRetakeAsync());
        await ACase.DoneAsync(portal.On(11, 23).Then(() => @case.DeliveryFailedAsync()));
        await ACase.DoneAsync(@case.SendAgainAsync());
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Theory]
    [InlineData(Stage.AppealReopened)]
    [InlineData(Stage.TerminationProposed)]
    [InlineData(Stage.ChanceOpen)]
    public async Task A_file_from_before_the_newest_constraints_loses_nothing(Stage stage)
    {
        var (portal, _) = await Stages.AtAsync(stage);
        await using var closing = portal;
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Appeals SET EarlierMeasures = ''"); // As a column that is new begins.
        var before = await portal.DumpAsync();
        var ids = await portal.ReadAsync(db => db.ExternalIds.ToListAsync(Ct)); // There was no table for them.
        await Older.ToSchemaOfAsync(portal, BeforeConstraints);
        Assert.Equal(2, await portal.Get<Migrator>().MigrateAsync(Ct));
        await portal.Dbs.ChangeAsync(db => { db.AddRange(ids); return db.SaveChangesAsync(Ct); }, Ct);
        Assert.Equal(WithoutHistory(before), WithoutHistory(await portal.DumpAsync()));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    private static IEnumerable<string> WithoutHistory(string dump) => dump.Split('\n').Where(line => !line.Contains("2026112", StringComparison.Ordinal) && !line.Contains("== ", StringComparison.Ordinal));

    private static async Task<(APortal Portal, ACase Case)> FromAsync(Stage stage, string migration)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        // Departures from the report came with sendings; a day to answer by and more than one measure came later.
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Decisions SET DeviationReasons = ''; UPDATE Retakes SET AnswerBy = NULL; UPDATE Appeals SET EarlierMeasures = ''");
        await Older.ForgetFingerprintsAsync(portal);
        await Older.ToSchemaOfAsync(portal, migration);
        Assert.True(await portal.Get<Migrator>().MigrateAsync(Ct) > 0);
        return (portal, @case);
    }
}
