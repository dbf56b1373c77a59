using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>L13 through the real procedure: a sanction that runs is suspended, and goes on for what is left of it.</summary>
public sealed class MeasureLetterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_student_reads_when_the_exclusion_stops_and_from_when_it_applies_again()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 7).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(portal.On(12, 8).Then(() => @case.RecordInterimMeasureAsync("De uitsluiting is geschorst tot de uitspraak.")));
        var ordered = await ReadAsync(portal, LetterKind.InterimMeasureOrdered);
        Assert.All(["De uitsluiting is geschorst tot de uitspraak.", "Vanaf 8 december 2026 is die uitsluiting geschorst"], part => Assert.Contains(part, ordered, StringComparison.Ordinal));

        await ACase.DoneAsync(portal.On(12, 14).Then(() => @case.EndInterimMeasureAsync()));
        var ended = await ReadAsync(portal, LetterKind.InterimMeasureEnded);
        Assert.Contains("Die uitsluiting geldt vanaf dinsdag 15 december 2026", ended, StringComparison.Ordinal);
    }

    /// <summary>Of two measures the letter tells the one that ended, and that the other still suspends.</summary>
    [Fact]
    public async Task The_one_that_ended_is_told_and_the_other_still_suspends()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 7).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(@case.RecordInterimMeasureAsync("De eerste maatregel."));
        await ACase.DoneAsync(portal.On(12, 8).Then(() => @case.RecordInterimMeasureAsync("De tweede maatregel.")));
        await ACase.DoneAsync(portal.On(12, 9).Then(() => @case.EndInterimMeasureAsync(index: 0)));
        var text = await ReadAsync(portal, LetterKind.InterimMeasureEnded);
        Assert.Contains("De eerste maatregel.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("De tweede maatregel.", text, StringComparison.Ordinal);
        Assert.Contains("Daardoor blijft de uitsluiting geschorst", text, StringComparison.Ordinal);
    }

    /// <summary>The order of the chair holds, whether or not there is somebody to write to.</summary>
    [Fact]
    public async Task Without_an_account_the_measure_is_recorded_without_a_letter()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.AppealLodged);
        await using var _ = portal;
        await Sql.RunAsync(portal.DatabaseFile, SpoiltSteps.NoStudent);
        await ACase.DoneAsync(@case.RecordInterimMeasureAsync());
        Assert.Equal(0, await portal.ReadAsync(db => db.Letters.CountAsync(letter => letter.Kind == LetterKind.InterimMeasureOrdered, Ct)));
    }

    private static async Task<string> ReadAsync(APortal portal, LetterKind kind)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == kind).Join(db.Files, letter => letter.Sha256, file => file.Sha256, (_, file) => file.Content).SingleAsync(Ct)));
        return string.Join(' ', pdf.ReadOut().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
