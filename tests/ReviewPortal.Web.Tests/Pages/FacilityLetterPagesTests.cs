using Bunit;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Ui;
using static ReviewPortal.Web.Tests.AFacilityRequest;
using static ReviewPortal.Web.Tests.Pages.FacilityPagesTests;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The page of a request once its letter has gone out, and what its student reads then (Awb 2:11, 3:41).</summary>
public sealed class FacilityLetterPagesTests
{
    /// <summary>Awb 2:10, 2:11: as for a letter in a case, a report is a task and a question, with two answers and a way out.</summary>
    [Fact]
    public async Task The_secretary_answers_a_report_on_the_page_and_makes_the_letter_known_anew()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await MailedAsync(portal);
        portal.On(new(2026, 11, 3));
        await request.ReportedAsync();
        await using (var member = APage.For(portal, "lid1"))
        {
            var seen = member.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
            Assert.DoesNotContain("Klopt dat?", seen.Markup, StringComparison.Ordinal);
            Assert.Contains("Bericht van een mailserver", seen.Markup, StringComparison.Ordinal);
        }

        await using var page = APage.For(portal, "secretaris");
        Assert.Equal(Links.FacilityRequest(request.Number), page.Render<WorklistPage>().FindAll("a").Single(link => link.TextContent.Contains($"besluit op {request.Number} is mogelijk niet aangekomen", StringComparison.Ordinal)).GetAttribute("href"));
        var shown = page.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        Assert.Contains("niet kon worden bezorgd. Klopt dat?", shown.Find("p[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("daarna kunt u kiezen voor “Opnieuw bekendmaken”", shown.Markup, StringComparison.Ordinal);
        Assert.Equal(("5.1.1 550 5.1.1 User unknown", "2026-11-03"), (shown.Find("textarea[name=bounce]").GetAttribute("value"), shown.Find("input[name=bounced]").GetAttribute("value")));
        Assert.Empty(shown.FindAll("select[name=channel]"));
        await Button(shown, "Teruggekomen e-mail vastleggen").ClickAsync(new());
        Assert.Contains("is teruggekomen.", shown.Find("p[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Teruggekomen op 3 november 2026, vastgelegd door Mirjam Bos:", shown.Markup, StringComparison.Ordinal);
        Assert.Contains($"Maak het besluit op {request.Number} opnieuw bekend", page.Render<WorklistPage>().Markup, StringComparison.Ordinal);

        portal.On(new(2026, 11, 5));
        await shown.Find("select[name=channel]").ChangeAsync(new ChangeEventArgs { Value = "Post" });
        await shown.Find("textarea[name=address]").ChangeAsync(new ChangeEventArgs { Value = "Utrecht" });
        await AgainAsync(shown, "de beroepstermijn begint pas als de brief is verzonden of overhandigd");
        Assert.Contains("Het postadres is nog niet volledig", shown.Find("[role=alert] li").TextContent, StringComparison.Ordinal);
        await shown.Find("textarea[name=address]").ChangeAsync(new ChangeEventArgs { Value = Home });
        await AgainAsync(shown, "de beroepstermijn begint pas als de brief is verzonden of overhandigd");
        Assert.Empty(shown.FindAll("[role=alert]"));
        Assert.DoesNotContain("Beroep kan tot en met", shown.Markup, StringComparison.Ordinal);
        var work = page.Render<WorklistPage>();
        Assert.DoesNotContain("mogelijk niet aangekomen", work.Markup, StringComparison.Ordinal);
        Assert.Equal(Links.FacilityRequest(request.Number), work.FindAll("a").Single(link => link.TextContent.Contains($"besluit op {request.Number} is verzonden of overhandigd", StringComparison.Ordinal)).GetAttribute("href"));

        // Awb 3:41, 6:8: the page says that it waits and by when, and with the posting the term begins.
        Assert.Contains("Nog te verzenden of te overhandigen, uiterlijk vrijdag 6 november 2026", shown.Markup, StringComparison.Ordinal);
        Assert.Equal("2026-11-05", shown.Find("input[name=posted]").GetAttribute("value"));
        await Button(shown, "Verzending of overhandiging vastleggen").ClickAsync(new());
        Assert.Contains("Noteer hoe de verzending is aan te tonen.", shown.Find("[role=alert] li").TextContent, StringComparison.Ordinal);
        await shown.Find("input[name=proof]").ChangeAsync(new ChangeEventArgs { Value = "3SABC123" });
        await Button(shown, "Verzending of overhandiging vastleggen").ClickAsync(new());
        Assert.Contains("17 december 2026", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("5 november 2026 · 3SABC123", shown.Markup, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("input[name=posted]"));
    }

    /// <summary>Awb 2:11, 3:41: what came back by post goes through the portal, and the student reads from which day on that counts.</summary>
    [Fact]
    public async Task The_secretary_replaces_a_letter_that_came_back_and_the_student_reads_the_day_that_counts()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await DecidedAsync(portal);
        Done(await request.PublishAsync(SendingChannel.Post, "3SABC123", address: Home));
        portal.On(new(2026, 11, 12));
        await using (var page = APage.For(portal, "secretaris"))
        {
            var shown = page.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
            Assert.Contains("Brief teruggekomen of verkeerd geprint?", shown.Markup, StringComparison.Ordinal);
            Assert.Equal("Post", shown.Find("select[name=channel]").GetAttribute("value"));
            await AgainAsync(shown, "de beroepstermijn begint pas als de brief is verzonden of overhandigd");
            Assert.Contains("Schrijf wat er met de bezorging misging.", shown.Find("[role=alert] li").TextContent, StringComparison.Ordinal);
            await shown.Find("textarea[name=problem]").ChangeAsync(new ChangeEventArgs { Value = "Retour afzender." });
            await shown.Find("select[name=channel]").ChangeAsync(new ChangeEventArgs { Value = "Portal" });
            await AgainAsync(shown, "De student krijgt hierover een e-mail.");
            Assert.Empty(shown.FindAll("[role=alert]"));
            Assert.DoesNotContain("Brief teruggekomen", shown.Markup, StringComparison.Ordinal);
        }

        await using var student = APage.For(portal, "s0412701@demo.example");
        var mine = student.Render<MyFacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString())).Markup;
        Assert.Contains("Opnieuw bekendgemaakt op 12 november 2026. Die dag telt voor de beroepstermijn.", mine, StringComparison.Ordinal);
        Assert.Contains("24 december 2026", mine, StringComparison.Ordinal);
    }

    // Presses, reads what it asks, and goes on.
    private static async Task AgainAsync(IRenderedComponent<FacilityPage> page, string asks)
    {
        await Button(page, "Opnieuw bekendmaken").ClickAsync(new());
        Assert.Contains(asks, page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await page.Find("[role=alertdialog] .primary").ClickAsync(new());
    }
}
