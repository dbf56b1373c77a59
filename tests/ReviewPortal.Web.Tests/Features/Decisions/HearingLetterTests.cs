using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
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
        await ACase.DoneAsync(portal.On(12, 11).Then(() => @case.InviteToHearingAsync(Day.AddDays(14))));
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

    /// <summary>Awb 7:4 lid 1 to 4: on an objection the invitation says until when papers can be handed in, and from when and where the file can be read.</summary>
    [Fact]
    public async Task On_an_objection_the_invitation_names_the_last_day_for_papers_and_where_the_file_lies()
    {
        var (portal, _) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var closing = portal;
        var hearing = await portal.ReadAsync(db => db.EnrolmentHearings.OrderBy(item => item.InvitedAt).LastAsync(Ct));
        // Lodged and invited on 14 December: Christmas is eleven days later, and the first working day after it a Monday.
        Assert.Equal((new DateOnly(2026, 12, 28), new DateOnly(2026, 12, 18), new DateOnly(2026, 12, 21)), (Amsterdam.DateOf(hearing.PlannedAt), hearing.PapersBy, hearing.FileFrom));
        var text = (await InvitationsAsync(portal))[^1].Text;
        Assert.All(["tot en met vrijdag 18 december 2026, met een brief", "liggen vanaf maandag 21 december 2026 tot aan de hoorzitting ter inzage", "Stukken insturen kan tot en met vrijdag 18 december 2026."], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    /// <summary>Awb 4:8 sets no term for papers before an enrolment is ended: the letter names a day and no article on objections.</summary>
    [Fact]
    public async Task Before_an_enrolment_is_ended_the_letter_claims_no_law_on_objections()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        await ACase.DoneAsync(@case.InviteToHearingAsync(Day));
        var text = Assert.Single(await InvitationsAsync(portal)).Text;
        Assert.Contains("uiterlijk op dinsdag 8 december 2026 binnen zijn", text, StringComparison.Ordinal);
        Assert.Contains("U mag ook stukken meenemen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("7:4", text, StringComparison.Ordinal);
    }

    /// <summary>A wrong room is mended by an invitation for the same moment; the notice that was given stands, however near the hearing is.</summary>
    [Fact]
    public async Task A_wrong_place_is_mended_up_to_the_hearing()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ObjectionLodged);
        await using var _ = portal;
        var at = await portal.ReadAsync(db => db.EnrolmentHearings.OrderBy(item => item.InvitedAt).Select(item => item.PlannedAt).LastAsync(Ct));
        Assert.Equal([Requirement.TimeForPapers], Assert.IsType<Refused>(await portal.On(12, 27).Then(() => @case.InviteToHearingAsync(at.AddHours(1), "Kamer 9"))).Unmet);
        await ACase.DoneAsync(@case.InviteToHearingAsync(at, "Kamer 9"));
        var text = (await InvitationsAsync(portal))[^1].Text;
        Assert.All(["Kamer 9", "De dag en het tijdstip blijven hetzelfde", "(Bestuursgebouw, kamer 2), geldt niet meer", "Stukken insturen kon tot en met vrijdag 18 december 2026"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Stukken insturen kan", text, StringComparison.Ordinal);
        await ACase.DoneAsync(@case.DecideObjectionAsync());
    }

    /// <summary>The form holds to a bound; who forges it reads how much has to go.</summary>
    [Fact]
    public async Task A_place_that_is_too_long_is_refused_with_how_much_has_to_go()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        var refused = Assert.IsType<Refused>(await @case.InviteToHearingAsync(Day, new('x', EnrolmentHearing.LongestPlace + 7)));
        Assert.Contains("De tekst is te lang. Er passen 400 tekens in. Er moeten nog 7 tekens af.", refused.Sentence(Core.Writing.Language.Dutch), StringComparison.Ordinal);
        await ACase.DoneAsync(@case.InviteToHearingAsync(Day, new('x', EnrolmentHearing.LongestPlace)));
    }

    /// <summary>No law forbids a hearing in a weekend or on a holiday (Algemene termijnenwet art. 3 is about terms): the form says so, and the step is taken.</summary>
    [Theory]
    [InlineData("2026-12-12", "valt in het weekend")]
    [InlineData("2026-12-25", "een erkende feestdag (eerste Kerstdag)")]
    [InlineData("2026-12-10", null)]
    public async Task A_free_day_is_said_and_not_refused(string day, string? said)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.EnrolmentToHear);
        await using var _ = portal;
        await using (var board = APage.For(portal, "cvb"))
        {
            var page = board.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, "2026-0001"));
            page.WaitForElement(".step input[type=date]", Patience).Change(day);
            var note = page.Find(".step [role=status]").TextContent;
            if (said is null) Assert.Equal("", note.Trim());
            else Assert.Contains(said, note, StringComparison.Ordinal);
        }

        await ACase.DoneAsync(@case.InviteToHearingAsync(Amsterdam.At(DateOnly.ParseExact(day, "yyyy-MM-dd", null), new(10, 0))));
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
