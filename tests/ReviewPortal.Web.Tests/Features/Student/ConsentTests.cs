using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Student;

/// <summary>Awb 2:8: electronically only to whoever expressly said to be reachable so, kind by kind; otherwise by post.</summary>
public sealed class ConsentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agreement_is_kept_with_who_when_and_in_which_words_and_stays_when_it_is_taken_back()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var (student, agree) = (portal.Who("student"), portal.Get<AgreeToDelivery>());
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        portal.On(11, 4);
        Assert.Null(await agree.GiveAsync(MessageKind.BoardDecision, ConsentWording.Current, Language.English, student.Id, Ct));

        var kept = await portal.ReadAsync(db => db.DeliveryConsents.Where(item => item.Person == student.Id && item.Kind == MessageKind.BoardDecision).OrderBy(item => item.GivenAt).ToListAsync(Ct));
        Assert.Equal((2, APortal.Delivered, null), (kept.Count, kept[0].WithdrawnAt, kept[1].WithdrawnAt));
        Assert.Equal((student.Name, portal.Clock.GetUtcNow(), ConsentWording.Current, Language.English), (kept[1].PersonName, kept[1].GivenAt, kept[1].Wording, kept[1].Language));
        var told = await portal.ReadAsync(db => db.AuditRows.Where(row => row.Action == "delivery.agree").OrderByDescending(row => row.Seq).Join(db.AuditDetails, row => row.Seq, detail => detail.Seq, (_, detail) => detail.Text).FirstAsync(Ct));
        Assert.Contains("I know that the term to appeal then begins to run", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_student_agrees_once_to_words_that_were_read()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var agree = portal.Get<AgreeToDelivery>();
        var before = await portal.DumpAsync();
        Assert.Equal(ConsentObjection.NotYours, await agree.GiveAsync(MessageKind.Procedure, ConsentWording.Current, Language.Dutch, portal.Who("secretaris").Id, Ct));
        Assert.Equal(ConsentObjection.NotYours, await agree.WithdrawAsync(MessageKind.Procedure, portal.Who("beheer").Id, Ct));
        Assert.Equal(ConsentObjection.OlderWording, await agree.GiveAsync(MessageKind.Procedure, "2025-01", Language.Dutch, portal.Who("student").Id, Ct));
        Assert.Equal(ConsentObjection.AlreadyGiven, await agree.GiveAsync(MessageKind.Procedure, ConsentWording.Current, Language.Dutch, portal.Who("student").Id, Ct));
        Assert.Equal(before, await portal.DumpAsync());
        await portal.WithdrawAsync(MessageKind.Procedure);
        Assert.Equal(ConsentObjection.NotGiven, await agree.WithdrawAsync(MessageKind.Procedure, portal.Who("student").Id, Ct));
        Assert.Equal([MessageKind.BoardDecision, MessageKind.EnrolmentDecision], (await agree.ListAsync(portal.Who("student").Id, Ct)).Where(kind => kind.Since is not null).Select(kind => kind.Kind));
    }

    /// <summary>Withdrawn a moment before publication: what counts is the moment itself.</summary>
    [Fact]
    public async Task A_decision_for_a_student_who_does_not_agree_goes_by_post_with_its_proof_and_without_a_mail()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        portal.On(11, 20, 15);
        Assert.Equal([Requirement.DeliveryAgreed], Assert.IsType<Refused>(await @case.PublishAsync()).Unmet);
        await ACase.DoneAsync(@case.PublishAsync(channel: SendingChannel.Post, address: "Kapelstraat 118\n3572 CN Utrecht"));
        await ACase.DoneAsync(@case.RecordPostingAsync());

        var letter = await portal.ReadAsync(db => db.Letters.OrderByDescending(item => item.PublishedAt).FirstAsync(Ct));
        Assert.Equal((SendingChannel.Post, "Aangetekend, 3SABC123", portal.Clock.GetUtcNow()), await portal.ReadAsync(db => db.Sendings.Select(item => new ValueTuple<SendingChannel, string, DateTimeOffset>(item.Channel, item.Proof, item.At)).SingleAsync(Ct)));
        Assert.False(await portal.ReadAsync(db => db.Notifications.AnyAsync(item => item.Letter == letter.Id, Ct)));
        Assert.Matches(new Regex(@"Verzonden via\s+Post\b", RegexOptions.None, TimeSpan.FromSeconds(1)), await ReadAsync(portal, letter));
        Assert.Equal(new DateOnly(2027, 1, 4), (await @case.NowAsync()).Due);
    }

    [Fact]
    public async Task An_invitation_for_a_student_who_does_not_agree_is_printed_for_the_post_and_waits_until_it_was_posted()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.LetterToPost);
        await using var _ = portal;
        var sending = await portal.ReadAsync(db => db.Sendings.SingleAsync(Ct));
        Assert.True(sending.IsToPost);
        Assert.Equal(1, await portal.ReadAsync(db => db.Notifications.CountAsync(Ct)));
        await ACase.DoneAsync(portal.On(11, 10).Then(() => @case.RecordPostingAsync()));
        sending = await portal.ReadAsync(db => db.Sendings.SingleAsync(Ct));
        Assert.Equal((false, new DateOnly(2026, 11, 10)), (sending.IsToPost, Amsterdam.DateOf(sending.At)));
    }

    private static async Task<string> ReadAsync(APortal portal, Letter letter)
    {
        using var pdf = new PrintedPdf(await portal.ReadAsync(db => db.Files.Where(item => item.Sha256 == letter.Sha256).Select(item => item.Content).SingleAsync(Ct)));
        return pdf.ReadOut();
    }
}
