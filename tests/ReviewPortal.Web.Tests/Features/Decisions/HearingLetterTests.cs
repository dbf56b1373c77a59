using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Decisions;

/// <summary>The executive board invites by letter (Awb 2:8, 3:41), before it ends an enrolment (Awb 4:8) and on an objection (Awb 7:2); L11 in law.md 3.1, without a clause on remedies (Awb 6:3).</summary>
public sealed class HearingLetterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly DateTimeOffset Day = Amsterdam.At(new(2026, 12, 10), new(10, 30));

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_invitation_tells_when_where_and_what_about_and_the_student_is_notified()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        await ACase.DoneAsync(@case.InviteToHearingAsync(Day));
        var letter = Assert.Single(await InvitationsAsync(portal));
        Assert.All(
            ["10 december 2026", "10:30", "Bestuursgebouw, kamer 2", "voorgesteld uw inschrijving", "U mag iemand meenemen", "U hoeft geen vragen te beantwoorden", "Namens het College van Bestuur", portal.Who("cvb").Name],
            part => Assert.Contains(part, letter.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("in de plaats van", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bent u het niet eens met dit besluit?", letter.Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.Notifications.CountAsync(mail => mail.Letter == letter.Id, Ct)));
    }

    [Fact]
    public async Task A_moved_day_is_a_new_letter_that_replaces_the_one_before()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        await ACase.DoneAsync(@case.InviteToHearingAsync(Day));
        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.InviteToHearingAsync(Day.AddDays(4))));
        var letters = await InvitationsAsync(portal);
        Assert.Equal(2, letters.Count);
        Assert.Contains("Deze uitnodiging komt in de plaats van die van 24 november 2026", letters[1].Text, StringComparison.Ordinal);
        Assert.Contains("14 december 2026", letters[1].Text, StringComparison.Ordinal);
    }

    /// <summary>A hearing that was held is not replaced by another one.</summary>
    [Fact]
    public async Task A_second_hearing_replaces_nothing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        await ACase.DoneAsync(@case.InviteToHearingAsync(Day));
        await ACase.DoneAsync(portal.On(12, 11).Then(() => @case.InviteToHearingAsync(Day.AddDays(4))));
        Assert.DoesNotContain("in de plaats van", (await InvitationsAsync(portal))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_an_objection_the_invitation_is_about_the_objection()
    {
        var (portal, _) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var closing = portal;
        var text = (await InvitationsAsync(portal))[^1].Text;
        Assert.Contains("is uw bezwaar ontvangen", text, StringComparison.Ordinal);
        Assert.Contains("artikel 7:4", text, StringComparison.Ordinal);
        Assert.DoesNotContain("in de plaats van", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_get_letters_through_the_portal_gets_it_by_post()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.Procedure);
        await ACase.DoneAsync(@case.InviteToHearingAsync(Day));
        var letter = Assert.Single(await InvitationsAsync(portal));
        Assert.Equal(SendingChannel.Post, await portal.ReadAsync(db => db.Sendings.Where(sending => sending.Letter == letter.Id).Select(sending => sending.Channel).SingleAsync(Ct)));
    }

    /// <summary>The letter stands beside the form, and the student reads day, place and letter at the top.</summary>
    [Fact]
    public async Task The_invitation_is_read_before_it_goes_out_and_stands_at_the_top_for_the_student()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        await using (var board = APage.For(portal, "cvb"))
        {
            var page = board.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
            page.WaitForAssertion(() => Assert.Contains("U mag iemand meenemen", page.Find(".drawn .letter").TextContent, StringComparison.Ordinal), Patience);
        }

        await ACase.DoneAsync(@case.InviteToHearingAsync(Day));
        var id = (await InvitationsAsync(portal))[0].Id;
        await using var mine = APage.For(portal, "student");
        var shown = mine.Render<MyCasePage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
        var cards = shown.FindAll(".mijn > section.card");
        Assert.Contains(Web.Ui.Links.LetterPdf(id), cards[1].InnerHtml, StringComparison.Ordinal);
        Assert.Contains("10 december 2026", cards[1].TextContent, StringComparison.Ordinal);
    }

    private sealed record Invitation(Guid Id, string Text);

    private static async Task<IReadOnlyList<Invitation>> InvitationsAsync(APortal portal)
    {
        var letters = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == LetterKind.EnrolmentHearing).OrderBy(letter => letter.PublishedAt).Join(db.Files, letter => letter.Sha256, file => file.Sha256, (letter, file) => new { letter.Id, file.Content }).ToListAsync(Ct));
        return [.. letters.Select(letter => new Invitation(letter.Id, Read(letter.Content)))];
    }

    private static string Read(byte[] content)
    {
        using var pdf = new PrintedPdf(content);
        return string.Join(' ', pdf.ReadOut().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
