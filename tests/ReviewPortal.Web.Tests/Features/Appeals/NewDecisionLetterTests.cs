using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>L12 on paper, through the whole procedure: after an annulment, after a settlement, and of the board's own motion (law.md section 4, rows 30, 35 and 41).</summary>
public sealed class NewDecisionLetterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("annulled", "heeft het eerdere besluit op 1 februari 2027 vernietigd", false)]
    [InlineData("settled", "Op 2 december 2026 is het volgende afgesproken: De uitsluiting vervalt.", true)]
    [InlineData("reconsidered", "De aanleiding daarvoor was: Er is meer bekend geworden.", true)]
    public async Task The_letter_names_the_decision_it_replaces_and_why_and_the_first_letter_stays_as_it_was(string way, string why, bool appealGoesOn)
    {
        var (portal, @case) = await Stages.AtAsync(way is "settled" ? Stage.Settlement : Stage.AppealPending);
        await using var _ = portal;
        var first = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.IrregularityUniversity).Select(letter => letter.Sha256).SingleAsync(Ct));
        switch (way)
        {
            case "annulled":
                await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 1)).Then(() => @case.RuleAsync(Ruling.Annulled)));
                await ACase.DoneAsync(portal.On(new DateOnly(2027, 2, 8)).Then(() => @case.RedecideAsync("Een eigen aantekening.")));
                break;
            case "settled":
                await ACase.DoneAsync(@case.SettleByDecisionAsync());
                break;
            default:
                await ACase.DoneAsync(portal.On(new DateOnly(2027, 1, 5)).Then(() => @case.RedecideAsync("Er is meer bekend geworden.", by: "voorzitter")));
                break;
        }

        await @case.ReplacedAsync(Drafts.ForUniversity);

        var letters = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.IrregularityUniversity).OrderBy(letter => letter.PublishedAt).ToListAsync(Ct));
        Assert.Equal([first, letters[1].Sha256], letters.Select(letter => letter.Sha256));
        var text = await ReadAsync(portal, letters[1].Sha256);
        Assert.Contains("Nieuw besluit: uw toets", text, StringComparison.Ordinal);
        Assert.Contains("komt in de plaats van dat van 20 november 2026", text, StringComparison.Ordinal);
        Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Equal(appealGoesOn, text.Contains("loopt door en gaat nu over dit nieuwe besluit", StringComparison.Ordinal));
        Assert.DoesNotContain("eigen aantekening", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nieuw besluit", await ReadAsync(portal, first), StringComparison.Ordinal);
        // Awb 6:8: the term begins anew.
        Assert.True(letters[1].AppealBy > letters[0].AppealBy);
    }

    private static async Task<string> ReadAsync(APortal portal, string sha256)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct)));
        return string.Join(' ', pdf.ReadOut().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
