using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Letters;

/// <summary>Awb 2:12: a clerical mistake is corrected by a new letter; the first one stays, byte for byte, and so does its term unless the mistake was in it.</summary>
public sealed class CorrectLetterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_letter_keeps_its_bytes_and_its_term_and_both_are_shown_as_belonging_together()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var before = await LetterAsync(portal, LetterKind.IrregularityUniversity);
        var bytes = await BytesAsync(portal, before.Sha256);
        var due = (await @case.NowAsync()).Due;

        await ACase.DoneAsync(portal.On(11, 25).Then(() => @case.CorrectLetterAsync()));

        var after = await LetterAsync(portal, LetterKind.IrregularityUniversity);
        Assert.Equal((before.Sha256, before.AppealBy), (after.Sha256, after.AppealBy));
        Assert.Equal(bytes, await BytesAsync(portal, after.Sha256));
        Assert.Equal(before.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(due, (await @case.NowAsync()).Due);
        var correction = await LetterAsync(portal, LetterKind.Correction);
        Assert.Null(correction.AppealBy);
        var text = await ReadAsync(portal, correction.Sha256);
        Assert.All(["In onze brief van 20 november 2026", "“Ons kenmerk”", "“Uw kenmerk”", "blijft maandag 4 januari 2027"], part => Assert.Contains(part, text, StringComparison.Ordinal));

        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal(new DateOnly(2026, 11, 20), mine!.Letters.Single(letter => letter.Kind is LetterKind.Correction).Corrects);
        Assert.Equal([new DateOnly(2026, 11, 25)], mine.Letters.Single(letter => letter.Kind is LetterKind.IrregularityUniversity).CorrectedBy);
        var press = portal.Get<DocumentPress>();
        var page = await portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who("secretaris").Id, file => LettersView.OfAsync(file, press, Ct), Ct);
        Assert.Equal(before.PublishedAt, page!.Sent.Single(letter => letter.Kind is LetterKind.Correction).Corrects);
        Assert.Equal([correction.PublishedAt], page.Sent.Single(letter => letter.Kind is LetterKind.IrregularityUniversity).CorrectedBy);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>Awb 3:45, 6:8, 6:11: who was told the wrong way or day gets the whole term again, with a clause that is right.</summary>
    [Fact]
    public async Task A_mistake_in_the_remedies_begins_the_term_anew()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.CorrectLetterAsync("uiterlijk op maandag 4 januari 2027", "uiterlijk op maandag 11 januari 2027", newTerm: true)));

        var last = StatutoryTerms.Appeal(new DateOnly(2026, 11, 30)).LastDay;
        Assert.Equal(last, (await @case.NowAsync()).Due);
        Assert.Equal(last, (await LetterAsync(portal, LetterKind.CorrectionNewTerm)).AppealBy);
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal((last, true), (mine!.Appeal!.Term.LastDay, mine.AppealOpen));
        // An appeal on that day is in time.
        await ACase.DoneAsync(portal.On(last).Then(() => @case.LodgeAppealAsync()));
        Assert.False(await portal.ReadAsync(db => db.Appeals.Select(appeal => appeal.WasLate).SingleAsync(Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>An exclusion that runs is not stopped by it: the decision did reach the student.</summary>
    [Fact]
    public async Task A_new_term_leaves_a_sanction_that_runs_as_it_is()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FraudNotified);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(12, 14).Then(() => @case.CorrectLetterAsync(newTerm: true)));
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal(Core.Appeals.SanctionRun.Running, mine!.SanctionRun);
    }

    /// <summary>A refusal of an extra chance has a term of its own, and so has its correction.</summary>
    [Fact]
    public async Task The_term_of_a_refused_chance_can_begin_anew_and_that_of_the_decision_stays()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        var due = (await @case.NowAsync()).Due;
        await @case.RefusedAsync();
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.CorrectLetterAsync(newTerm: true, kind: LetterKind.ExtraChanceRefused)));
        Assert.Equal(due, (await @case.NowAsync()).Due);
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 11, 30)).LastDay, mine!.Letters.Single(letter => letter.Kind is LetterKind.ExtraChanceRefused).Until);
    }

    /// <summary>Awb 3:41: what lies to be posted has not been made known, and begins nothing.</summary>
    [Fact]
    public async Task By_post_the_new_term_begins_when_the_correction_was_posted()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        var due = (await @case.NowAsync()).Due;
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.CorrectLetterAsync(newTerm: true)));
        Assert.Equal((due, due), ((await @case.NowAsync()).Due, await LastDayAsync(portal, @case)));

        await ACase.DoneAsync(portal.On(12, 2).Then(() => @case.RecordPostingAsync("Aangetekend, 3SXYZ")));

        var last = StatutoryTerms.Appeal(new DateOnly(2026, 12, 2)).LastDay;
        Assert.Equal((last, last), ((await @case.NowAsync()).Due, await LastDayAsync(portal, @case)));
        Assert.Equal("Aangetekend, 3SXYZ", await portal.ReadAsync(db => db.Sendings.Where(sending => db.Letters.Any(letter => letter.Id == sending.Letter && letter.Kind == LetterKind.IrregularityUniversity)).OrderByDescending(sending => sending.At).Select(sending => sending.Proof).FirstAsync(Ct)));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    /// <summary>A correction of a correction is about the same letter: the term of a refused chance, and not that of the decision on the test.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Corrected_again_or_announced_again_the_term_of_the_refused_chance_moves_and_not_that_of_the_decision(bool announcedAgain)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.ChanceRequested);
        await using var _ = portal;
        await portal.SendMailAsync();
        var due = (await @case.NowAsync()).Due;
        await @case.RefusedAsync();
        await portal.SendMailAsync();
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.CorrectLetterAsync(newTerm: true, kind: LetterKind.ExtraChanceRefused)));
        await portal.SendMailAsync();
        if (announcedAgain)
        {
            await ACase.DoneAsync(portal.On(12, 3).Then(() => @case.RecordBounceAsync()));
            await ACase.DoneAsync(@case.NotifyAgainAsync());
        }
        else
        {
            await ACase.DoneAsync(portal.On(12, 3).Then(() => @case.CorrectLetterAsync(newTerm: true, kind: LetterKind.CorrectionNewTerm)));
        }

        Assert.Equal(due, (await @case.NowAsync()).Due);
        var mine = await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct);
        Assert.Equal(StatutoryTerms.Appeal(new DateOnly(2026, 12, 3)).LastDay, mine!.Letters.Single(letter => letter.Kind is LetterKind.ExtraChanceRefused).Until);
    }

    /// <summary>Awb 2:11, 3:45: the announcement of a corrected clause failed, so the term of the decision runs from the second one, with a letter that names the day.</summary>
    [Fact]
    public async Task A_correction_of_the_decisions_clause_that_was_not_announced_is_sent_again_with_a_new_last_day()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await portal.SendMailAsync();
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.CorrectLetterAsync(newTerm: true)));
        await portal.SendMailAsync();
        await ACase.DoneAsync(portal.On(12, 3).Then(() => @case.RecordBounceAsync()));
        await ACase.DoneAsync(@case.NotifyAgainAsync());
        var last = StatutoryTerms.Appeal(new DateOnly(2026, 12, 3)).LastDay;
        Assert.Equal((last, last), ((await @case.NowAsync()).Due, await LastDayAsync(portal, @case)));
        Assert.Equal(last, (await LetterAsync(portal, LetterKind.SentAgain)).AppealBy);
    }

    /// <summary>A letter that went with the decision before says nothing of the term of the decision that took its place (Awb 6:19).</summary>
    [Fact]
    public async Task Correcting_what_went_with_a_former_decision_leaves_the_new_term_alone()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.DeliveryFailed);
        await using var _ = portal;
        await ACase.DoneAsync(portal.On(11, 24).Then(() => @case.SendAgainAsync()));
        await ACase.DoneAsync(portal.On(11, 26).Then(() => @case.LodgeAppealAsync()));
        await ACase.DoneAsync(portal.On(11, 27).Then(() => @case.OpenSettlementAsync()));
        await ACase.DoneAsync(portal.On(11, 30).Then(() => @case.EndSettlementAsync()));
        await ACase.DoneAsync(portal.On(12, 10).Then(() => @case.RuleAsync(Core.Appeals.Ruling.Annulled)));
        await ACase.DoneAsync(portal.On(12, 11).Then(() => @case.RedecideAsync()));
        portal.On(12, 12);
        await @case.ReplacedAsync(Drafts.Valid);
        var due = (await @case.NowAsync()).Due;
        Assert.Equal([Requirement.TermCanBeginAnew], Assert.IsType<Refused>(await portal.On(12, 21).Then(() => @case.CorrectLetterAsync(newTerm: true, kind: LetterKind.SentAgain))).Unmet);
        Assert.Equal(due, (await @case.NowAsync()).Due);
    }

    private static async Task<DateOnly?> LastDayAsync(APortal portal, ACase @case) => (await portal.Get<MyCases>().FindAsync(@case.Id, portal.Who("student").Id, Ct))!.Appeal?.Term.LastDay;

    /// <summary>The database itself refuses to change what was corrected.</summary>
    [Fact]
    public async Task Which_letter_corrects_which_cannot_be_changed_afterwards()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        await ACase.DoneAsync(@case.CorrectLetterAsync());
        Assert.Contains("Corrections is only added to", await Sql.TryAsync(portal.DatabaseFile, "UPDATE Corrections SET \"Right\" = 'iets anders'"), StringComparison.Ordinal);
    }

    private static Task<Letter> LetterAsync(APortal portal, LetterKind kind) => portal.ReadAsync(db => db.Letters.SingleAsync(letter => letter.Kind == kind, Ct));

    private static Task<byte[]> BytesAsync(APortal portal, string sha256) => portal.ReadAsync(db => db.Files.Where(file => file.Sha256 == sha256).Select(file => file.Content).SingleAsync(Ct));

    private static async Task<string> ReadAsync(APortal portal, string sha256)
    {
        using var pdf = new PrintedPdf(await BytesAsync(portal, sha256));
        return string.Join(' ', pdf.ReadOut().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
