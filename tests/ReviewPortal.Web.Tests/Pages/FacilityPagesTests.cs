using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Necessity;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Ui;
using static ReviewPortal.Web.Tests.AFacilityRequest;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>The pages of a request for a special facility, as each of their readers finds them.</summary>
public sealed class FacilityPagesTests
{
    private const string StudentAddress = "s0412701@demo.example";

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_computes_the_last_day_and_asks_why_only_when_it_has_passed()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, StudentAddress);
        var form = page.Render<NewFacilityPage>();
        await DayAsync(form, "2026-12-17");
        Assert.Contains("tot en met donderdag 26 november 2026", form.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(form.FindAll("textarea[name=late]"));
        await DayAsync(form, "2026-11-20");
        Assert.Contains("U kunt het verzoek wel doen", form.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Single(form.FindAll("textarea[name=late]"));
    }

    /// <summary>UU-R1-4: a day that no test can be on begins no term, and is refused with a sentence.</summary>
    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_slip_of_the_keyboard_is_no_test_day(string day)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, StudentAddress);
        var form = page.Render<NewFacilityPage>();
        await DayAsync(form, day);
        Assert.Empty(form.FindAll("textarea[name=late]"));
        await form.Find("form").SubmitAsync();
        Assert.Contains("Kies een toetsdatum die nog komt, binnen twee jaar.", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    /// <summary>UU-R1-4: the field offers the days that the step takes, and no other.</summary>
    [Fact]
    public async Task The_field_for_the_day_offers_what_the_step_takes()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, StudentAddress);
        var field = page.Render<NewFacilityPage>().Find("form[novalidate] input[name=on]");
        var (first, last) = (DateOnly.Parse(field.GetAttribute("min")!, CultureInfo.InvariantCulture), DateOnly.Parse(field.GetAttribute("max")!, CultureInfo.InvariantCulture));
        var filed = new List<bool>();
        foreach (var day in (DateOnly[])[first.AddDays(-1), first, last, last.AddDays(1)]) filed.Add((await portal.Get<RequestFacility>().FileAsync(Draft with { TestOn = day }, By(portal, "student1"), Ct)).Answer.IsDone);
        Assert.Equal([false, true, true, false], filed);
    }

    [Fact]
    public async Task Health_is_asked_only_where_it_is_the_reason_and_an_incomplete_form_says_what_is_missing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, StudentAddress);
        var form = page.Render<NewFacilityPage>();
        Assert.Empty(form.FindAll("textarea[name=health]"));
        await form.FindAll("input[name=reason]")[(int)FacilityReason.Health].ChangeAsync(new ChangeEventArgs { Value = "on" });
        Assert.Single(form.FindAll("textarea[name=health]"));
        await form.Find("form").SubmitAsync();
        Assert.Equal(3, form.FindAll("[role=alert] li").Count);
    }

    [Fact]
    public async Task What_was_filled_in_becomes_a_request_and_opens()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await using var page = APage.For(portal, StudentAddress);
        var form = page.Render<NewFacilityPage>();
        foreach (var (name, value) in new[] { ("test", "Statistiek 2"), ("course", "PSY-2012"), ("programme", "Bachelor Psychologie") }) await form.Find($"input[name={name}]").ChangeAsync(new ChangeEventArgs { Value = value });
        await DayAsync(form, "2026-12-17");
        await form.FindAll("input[name=reason]")[0].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await form.Find("textarea[name=explanation]").ChangeAsync(new ChangeEventArgs { Value = "Trainingskamp." });
        await form.Find("form").SubmitAsync();
        Assert.EndsWith("/mijn/facilities/V-2026-0001", page.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        var list = page.Render<MyFacilitiesPage>();
        Assert.Contains("Statistiek 2", list.Find("a.test").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Two who answer at once: the second reads what happened, and the words are still there.</summary>
    [Fact]
    public async Task Who_was_overtaken_keeps_the_words_and_is_told()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        Done(await request.AskAsync(FacilityAction.ConsultExaminer, "examinator"));
        await using var page = APage.For(portal, "examinator");
        var shown = page.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        Done(await request.AnswerAsync(FacilityAction.AnswerExaminer, "secretaris", "Mondeling gegeven: nee."));
        await shown.Find("textarea").ChangeAsync(new ChangeEventArgs { Value = "Een mondeling kan niet, want er zijn 300 studenten." });
        await shown.Find("textarea").ParentElement!.ParentElement!.QuerySelector("button")!.ClickAsync(new());
        Assert.Contains("Een mondeling kan niet, want er zijn 300 studenten.", shown.Find(".note[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Iemand anders was u voor", shown.Find(".note[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Mondeling gegeven: nee.", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_student_is_asked_for_a_view_gives_it_and_takes_the_request_back()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        Done(await request.AssessAsync(Met with { IsSpecial = false, SpecialReasons = "Anders.", FactsDiffer = true }));
        Done(await request.AskViewAsync(new DateOnly(2026, 11, 9)));
        await using var page = APage.For(portal, StudentAddress);
        Assert.Contains("De commissie vraagt u iets", page.Render<MyFacilitiesPage>().Markup, StringComparison.Ordinal);
        var mine = page.Render<MyFacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        await mine.Find("textarea[name=view]").ChangeAsync(new ChangeEventArgs { Value = "Het attest is verlengd." });
        await mine.Find(".body > button.primary").ClickAsync(new());
        Assert.Contains("Het attest is verlengd.", mine.Find("dl").TextContent, StringComparison.Ordinal);
        await mine.Find("details.step button").ClickAsync(new());
        Assert.Equal(FacilityState.Withdrawn, (await request.NowAsync()).State);
        Assert.Contains("Ingetrokken", mine.Find(".badge").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_student_finds_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await using var page = APage.For(portal, "s0412702@demo.example");
        var mine = page.Render<MyFacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        Assert.DoesNotContain("Statistiek", mine.Markup, StringComparison.Ordinal);
    }

    /// <summary>UU-R1-3: the list names neither the reason nor anything about health; of the pages only the board's does.</summary>
    [Fact]
    public async Task Health_stands_on_the_boards_page_and_on_no_other()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        Done(await request.AskAsync(FacilityAction.AskAdvice, "studieadviseur"));
        Done(await request.AskAsync(FacilityAction.ConsultExaminer, "examinator"));
        Done(await request.AskAsync(FacilityAction.AskDirector, "directeur"));
        foreach (var (who, health, explanation) in new[] { ("lid1", true, true), ("secretaris", true, true), ("studieadviseur", false, true), ("examinator", false, false), ("directeur", false, false), ("coordinator", false, false) })
        {
            await using var page = APage.For(portal, who);
            var shown = page.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString())).Markup;
            Assert.Equal((who, health, explanation), (who, shown.Contains(Health, StringComparison.Ordinal), shown.Contains(Explanation, StringComparison.Ordinal)));
            var list = page.Render<FacilitiesPage>().Markup;
            Assert.DoesNotContain("Gezondheid", list, StringComparison.Ordinal);
            Assert.DoesNotContain(Health, list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_director_answers_on_the_page_and_it_waits_no_longer()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        Done(await request.AskAsync(FacilityAction.AskDirector, "directeur"));
        await using var page = APage.For(portal, "directeur");
        Assert.Contains("Wacht op u", page.Render<FacilitiesPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("Er wacht een verzoek om een toetsvoorziening op u", page.Render<WorklistPage>().Markup, StringComparison.Ordinal);
        var shown = page.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        await shown.FindAll("input[name=agrees]")[0].ChangeAsync(new ChangeEventArgs { Value = "on" });
        await shown.Find("textarea[name=answer]").ChangeAsync(new ChangeEventArgs { Value = "Ja, dit kan." });
        await shown.Find("button.primary").ClickAsync(new());
        Assert.True((await request.NowAsync()).Director!.Agrees);
        Assert.DoesNotContain("Wacht op u", page.Render<FacilitiesPage>().Markup, StringComparison.Ordinal);
        Assert.Contains("Er wacht niets op u", page.Render<WorklistPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_assesses_and_decides_and_the_secretary_publishes_on_the_page()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        await using (var page = APage.For(portal, "lid1"))
        {
            var shown = page.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
            foreach (var row in (string[])["Special", "Alternative", "Lighter"]) await shown.FindAll($"input[name={row}]")[0].ChangeAsync(new ChangeEventArgs { Value = "on" });
            await shown.FindAll("input[name=Facts]")[1].ChangeAsync(new ChangeEventArgs { Value = "on" });
            for (var row = 0; row < 3; row++) await shown.FindAll("fieldset textarea")[row].ChangeAsync(new ChangeEventArgs { Value = "Omdat het zo is." });
            await Button(shown, "Beoordeling vastleggen").ClickAsync(new());
            await Button(shown, "Toewijzen").ClickAsync(new());
            Assert.Equal(2, shown.FindAll("[role=alert] li").Count); // Reasons, and the version of the privacy statement.
            await shown.Find("textarea[name=reasons]").ChangeAsync(new ChangeEventArgs { Value = "De commissie vindt de inbreuk aanvaardbaar." });
            await shown.Find("input[name=privacy]").ChangeAsync(new ChangeEventArgs { Value = "versie 3" });
            await SignAsync(shown, "Toewijzen", $"Verzoek {request.Number}");
            Assert.Empty(shown.FindAll("[role=alert]"));
            Assert.Contains(Links.FacilityPreview(request.Number, "nl", (await request.NowAsync()).Version), shown.Find("iframe").GetAttribute("src"), StringComparison.Ordinal);
        }

        await using var office = APage.For(portal, "secretaris");
        var letter = office.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        // The draft shows the way in which the letter will go: afterwards nothing in it changes.
        await letter.Find("select[name=channel]").ChangeAsync(new ChangeEventArgs { Value = "Post" });
        await letter.Find("textarea[name=address]").ChangeAsync(new ChangeEventArgs { Value = "Kapelstraat 118\n3572 CW Utrecht" });
        var way = Guid.Parse(letter.Find("iframe").GetAttribute("src")!.Split("&way=")[1][..36]);
        Assert.Equal((SendingChannel.Post, "Kapelstraat 118\n3572 CW Utrecht"), portal.Get<ChosenWays>().Find(way, portal.Who("secretaris").Id) is { } chosen ? (chosen.Channel, chosen.Address) : default);
        await letter.Find("select[name=channel]").ChangeAsync(new ChangeEventArgs { Value = "Portal" });
        await SignAsync(letter, "Besluit bekendmaken", $"Verzoek {request.Number}");
        Assert.NotNull((await request.NowAsync()).PublishedAt);
        Assert.Contains("Nog niet geopend door de student", letter.Markup, StringComparison.Ordinal);
    }

    /// <summary>The number in the e-mail of a receipt leads to the request.</summary>
    [Fact]
    public async Task The_address_in_a_receipt_leads_to_the_request()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await using var page = APage.For(portal, StudentAddress);
        page.Render<MyCasePage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        Assert.EndsWith($"/mijn/facilities/{request.Number}", page.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    /// <summary>The letter answers the student's view before it gives its reasons, and weighs them last.</summary>
    [Fact]
    public async Task The_fields_of_a_decision_stand_in_the_order_of_the_letter()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var request = await FiledAsync(portal);
        await request.ConsultedAsync();
        Done(await request.AssessAsync(Met with { FactsDiffer = true }));
        Done(await request.AskViewAsync(new DateOnly(2026, 11, 9)));
        Done(await request.GiveViewAsync("Het attest is verlengd."));
        await using var page = APage.For(portal, "lid1");
        var shown = page.Render<FacilityPage>(parameters => parameters.Add(item => item.Number, request.Number.ToString()));
        Assert.Equal(["reply", "reasons", "proportionality"], shown.FindAll("textarea[name]").Select(field => field.GetAttribute("name")));
    }

    internal static AngleSharp.Dom.IElement Button(IRenderedComponent<FacilityPage> page, string text) => page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    // Presses, reads what is signed, and says who it is as the demo does.
    private static async Task SignAsync(IRenderedComponent<FacilityPage> page, string button, string what)
    {
        var signing = Button(page, button).ClickAsync(new());
        Assert.Contains(what, page.WaitForElement("dialog.signing .what", TimeSpan.FromSeconds(10)).TextContent, StringComparison.Ordinal);
        await page.Find("dialog.signing .answers button.primary").ClickAsync(new());
        await signing;
    }

    private static Task DayAsync(IRenderedComponent<NewFacilityPage> form, string day) => form.Find("input[name=on]").ChangeAsync(new ChangeEventArgs { Value = day });
}
