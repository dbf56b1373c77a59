using Bunit;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Committee;

/// <summary>A hearing of the board in a weekend or on a recognised holiday (Algemene termijnenwet art. 3) is said on the form and not refused: no law forbids it.</summary>
public sealed class FreeDayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("2026-11-21", "zaterdag 21 november 2026 valt in het weekend")]
    [InlineData("2026-12-25", "vrijdag 25 december 2026 is een erkende feestdag (eerste Kerstdag)")]
    [InlineData("2026-11-20", "")]
    public async Task The_form_says_that_it_is_no_working_day(string day, string said)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.HearingScheduled);
        await using var _ = portal;
        await using (var desk = APage.For(portal, "secretaris"))
        {
            var page = desk.Render<DossierPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
            page.WaitForElement("input[type=date]", Patience).Change(day);
            var notes = string.Concat(page.FindComponents<Web.Ui.FreeDayNote>().Select(note => note.Find("[role=status]").TextContent)).Trim();
            if (said.Length is 0) Assert.Equal("", notes);
            else Assert.Contains(said, notes, StringComparison.Ordinal);
        }

        await ACase.DoneAsync(@case.PlanHearingAsync(Amsterdam.At(DateOnly.ParseExact(day, "yyyy-MM-dd", null), new(10, 0))));
    }
}
