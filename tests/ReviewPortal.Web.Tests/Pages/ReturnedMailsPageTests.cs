using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Tests.Mail;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>Everything that came back, as the secretary and the administrator find it (Awb 2:25).</summary>
public sealed class ReturnedMailsPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_came_back_is_listed_and_an_administrator_sees_no_case()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        using var mailbox = new AMailbox();
        mailbox.Deliver(new byte[2 * 1024 * 1024]);
        mailbox.Deliver("From: a@b.example\n\nHello");
        mailbox.Deliver("");
        using var intake = await mailbox.TakeInAsync(portal);
        var number = (await @case.NowAsync()).Number.ToString();
        await using (var page = APage.For(portal, "secretaris"))
        {
            var shown = page.Render<ReturnedMailsPage>();
            Assert.Equal(4, shown.FindAll(".returned tbody tr").Count);
            foreach (var sentence in (string[])["De secretaris beoordeelt dat bij de brief", "groter dan 1 MB", "het kenmerk, of van meer dan één", "geen leesbaar e-mailbericht", number, "5.1.1 550 5.1.1", "geen postvak ingesteld"])
                Assert.Contains(sentence, shown.Markup, StringComparison.Ordinal);
        }

        await using (var administrator = APage.For(portal, "beheer"))
        {
            var shown = administrator.Render<ReturnedMailsPage>();
            Assert.Equal(4, shown.FindAll(".returned tbody tr").Count);
            Assert.Contains("een brief die u hier niet kunt inzien", shown.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain(number, shown.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("s0412701", shown.Markup, StringComparison.Ordinal);
        }

        await ACase.DoneAsync(@case.DeclareConflictAsync("secretaris"));
        await using var apart = APage.For(portal, "secretaris");
        Assert.DoesNotContain(number, apart.Render<ReturnedMailsPage>().Markup, StringComparison.Ordinal);
    }

    /// <summary>AVG 5: what somebody may not read is not found by its words either.</summary>
    [Fact]
    public async Task What_came_back_is_found_by_what_it_is_and_by_whom_it_is_about()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.MailReported);
        await using var _ = portal;
        using var mailbox = new AMailbox();
        var mark = (await @case.MailAsync()).Notification.Mark;
        mailbox.Deliver("", "17640.broken");
        mailbox.Deliver($"From: s@uni.example\nTo: bezorging+{mark}@universiteit.example\n\nIk ben er niet.\n", "17641.away");
        for (var number = 0; number <= ReturnedMails.PageSize; number++) mailbox.Deliver(FormattableString.Invariant($"From: a@b.example\n\n{number}"), FormattableString.Invariant($"17642.{number:D3}"));
        using var intake = await mailbox.TakeInAsync(portal);
        var number1 = (await @case.NowAsync()).Number.ToString();
        var total = ReturnedMails.PageSize + 4;
        Assert.Equal((ReturnedMails.PageSize, total), await CountAsync(portal, new()));
        Assert.Equal((4, total), await CountAsync(portal, new(), skip: ReturnedMails.PageSize));
        Assert.Equal((1, 1), await CountAsync(portal, new(What: ReturnedKind.Waits)));
        Assert.Equal((0, 0), await CountAsync(portal, new(What: ReturnedKind.Answered)));
        Assert.Equal((1, 1), await CountAsync(portal, new(What: ReturnedKind.Logged)));
        Assert.Equal((ReturnedMails.PageSize, ReturnedMails.PageSize + 2), await CountAsync(portal, new(What: ReturnedKind.Unreadable)));
        Assert.Equal((2, 2), await CountAsync(portal, new(number1)));
        Assert.Equal((1, 1), await CountAsync(portal, new($" {number1} ", ReturnedKind.Waits)));
        Assert.Equal((0, 0), await CountAsync(portal, new("V-2026-0001")));
        Assert.Equal((1, 1), await CountAsync(portal, new("S0412701@")));
        Assert.Equal((1, 1), await CountAsync(portal, new("17641.away")));
        // What is typed is looked for as it stands.
        foreach (var words in (string[])["17641_away", "17641%away"]) Assert.Equal((0, 0), await CountAsync(portal, new(words)));
        foreach (var words in (string[])["s0412701@", number1]) Assert.Equal((0, 0), await CountAsync(portal, new(words), by: "beheer"));

        await using (var page = APage.For(portal, "secretaris"))
        {
            page.Services.GetRequiredService<NavigationManager>().NavigateTo($"{Links.ReturnedMails}?what=waits");
            var shown = page.Render<ReturnedMailsPage>();
            Assert.Single(shown.FindAll(".returned tbody tr"));
            shown.Find("input[type=search]").Change("niets");
            shown.WaitForAssertion(() => Assert.Contains("Geen bericht past", shown.Markup, StringComparison.Ordinal), Patience);
        }

        await ACase.DoneAsync(@case.SetReportAsideAsync((await @case.MailAsync()).QuestionsAt(portal.Clock.GetUtcNow()).Select(report => report.Id)));
        Assert.Equal((1, 1), await CountAsync(portal, new(What: ReturnedKind.Answered)));
        Assert.Equal((0, 0), await CountAsync(portal, new(What: ReturnedKind.Waits)));
        await ACase.DoneAsync(@case.DeclareConflictAsync("secretaris"));
        foreach (var words in (string[])["s0412701@", number1]) Assert.Equal((0, 0), await CountAsync(portal, new(words)));
    }

    private static async Task<(int Shown, int Total)> CountAsync(APortal portal, ReturnedQuestion asked, int skip = 0, string by = "secretaris")
    {
        var list = await portal.Get<ReturnedMails>().ListAsync(portal.Who(by).Id, asked, skip, Ct);
        return (list.Items.Length, list.Total);
    }
}
