using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Web.Tests.Features.Appeals;

/// <summary>The whole procedure over fourteen months of the clock: a decision that is annulled, decided again by others, appealed again, and in the end irrevocable.</summary>
public sealed class FourteenMonthsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_annulled_decision_is_taken_again_and_becomes_irrevocable_on_the_right_day()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await @case.PublishedAsync(Drafts.OwnRisk);
        Assert.Equal(new DateOnly(2027, 1, 4), (await @case.NowAsync()).Due); // New Year's Day, then a weekend.

        await DoneAsync(On(2026, 12, 21, () => @case.LodgeAppealAsync()));
        await DoneAsync(On(2026, 12, 22, () => @case.OpenSettlementAsync()));
        Assert.Equal(new DateOnly(2027, 1, 12), (await @case.NowAsync()).Due); // WHW 7.61 lid 3: three weeks.
        await DoneAsync(On(2027, 1, 11, () => @case.EndSettlementAsync()));
        Assert.Equal(new DateOnly(2027, 3, 15), (await @case.NowAsync()).Due); // WHW 7.61 lid 4: ten weeks after the filing term.
        await DoneAsync(On(2027, 3, 12, () => @case.RuleAsync(Ruling.Annulled, "De evenredigheid is niet gemotiveerd.", otherComposition: true)));
        Assert.Equal(CaseState.Annulled, (await @case.NowAsync()).State);

        await DoneAsync(On(2027, 3, 15, () => @case.RedecideAsync()));
        var former = await portal.ReadAsync(db => db.FormerRounds.SingleAsync(Ct));
        Assert.Equal((1, true, Outcome.Irregularity), (former.Number, former.Annulled, former.Outcome));
        Assert.Contains(Drafts.OwnRisk.Reasons, former.Content, StringComparison.Ordinal); // I10: it stays readable.

        // WHW 7.61 lid 5: those who decided the first time do not decide again.
        var refused = Assert.IsType<Refused>(await On(2027, 3, 16, () => @case.DeliberateAsync()));
        Assert.Equal([Requirement.CompositionAsOrdered], refused.Unmet);
        await portal.AccountAsync(new("lid3@demo.example", "Fatima Smit", [Role.BoardMember], null, "nl"));
        await portal.AccountAsync(new("lid4@demo.example", "Otto Prins", [Role.Chair], null, "nl"));
        await DoneAsync(@case.DeliberateAsync("secretaris", "lid3", "lid4"));

        await DoneAsync(On(2027, 3, 18, () => @case.DraftAsync(Drafts.OwnRisk with { Proportionality = "De tweede afweging." }, "lid3")));
        await DoneAsync(@case.DecideAsync(Outcome.Irregularity, "lid3"));
        await DoneAsync(@case.CoSignAsync("lid4"));
        await DoneAsync(On(2027, 3, 24, () => @case.PublishAsync()));
        Assert.Equal(new DateOnly(2027, 5, 10), (await @case.NowAsync()).Due); // Liberation Day, an equated day, a weekend.

        await DoneAsync(On(2027, 5, 10, () => @case.LodgeAppealAsync()));
        await DoneAsync(@case.OpenSettlementAsync());
        await DoneAsync(On(2027, 5, 31, () => @case.EndSettlementAsync()));
        await DoneAsync(On(2027, 7, 19, () => @case.RuleAsync(Ruling.Dismissed)));
        Assert.Equal(new DateOnly(2027, 8, 30), (await @case.NowAsync()).Due);
        await DoneAsync(On(2027, 8, 30, () => @case.LodgeFurtherAppealAsync()));
        await DoneAsync(On(2027, 9, 2, () => @case.WithdrawAppealAsync()));
        Assert.Equal(CaseState.Dismissed, (await @case.NowAsync()).State);
        Assert.Equal(new DateOnly(2027, 8, 30), (await @case.NowAsync()).Due);

        // Withdrawn, the ruling and its term stand: six weeks and a week for the post, and not a day earlier (Awb 6:7, 6:9 lid 2).
        refused = Assert.IsType<Refused>(await On(2027, 9, 6, () => @case.ConfirmIrrevocableAsync()));
        Assert.Equal([Requirement.AppealTermElapsed], refused.Unmet);
        await DoneAsync(On(2027, 9, 7, () => @case.ConfirmIrrevocableAsync()));

        // In the fourteenth month somebody asks to see the file; what has become irrevocable stays so.
        await DoneAsync(On(2028, 1, 17, () => @case.PlaceHoldAsync()));
        Assert.Equal(CaseState.Irrevocable, (await @case.NowAsync()).State);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);

        Task<Answer> On(int year, int month, int day, Func<Task<Answer>> step) => portal.On(new DateOnly(year, month, day)).Then(step);
    }

    /// <summary>Awb 6:7, 6:9 lid 2: six weeks and a week for the post; not a day earlier, and only with proof that the letter was sent (2:22).</summary>
    [Fact]
    public async Task Without_an_appeal_the_day_is_the_term_a_week_and_proof_of_sending()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Notified);
        await using var _ = portal;
        var refused = Assert.IsType<Refused>(await portal.On(new DateOnly(2027, 1, 11)).Then(() => @case.ConfirmIrrevocableAsync()));
        Assert.Equal([Requirement.AppealTermElapsed, Requirement.NotificationProven], refused.Unmet);
        refused = Assert.IsType<Refused>(await portal.On(new DateOnly(2027, 1, 12)).Then(() => @case.ConfirmIrrevocableAsync()));
        Assert.Equal([Requirement.NotificationProven], refused.Unmet);

        // Sent again by registered post, the term begins again (Awb 2:11).
        await DoneAsync(@case.DeliveryFailedAsync());
        await DoneAsync(@case.SendAgainAsync());
        Assert.Equal(new DateOnly(2027, 2, 23), (await @case.NowAsync()).Due);
        refused = Assert.IsType<Refused>(await portal.On(new DateOnly(2027, 3, 2)).Then(() => @case.ConfirmIrrevocableAsync()));
        Assert.Equal([Requirement.AppealTermElapsed], refused.Unmet);
        await DoneAsync(portal.On(new DateOnly(2027, 3, 3)).Then(() => @case.ConfirmIrrevocableAsync()));
    }

    /// <summary>Awb 6:7: a further appeal that is withdrawn leaves the ruling and its term as they were.</summary>
    [Fact]
    public async Task A_withdrawn_further_appeal_does_not_cut_the_term_of_the_ruling_short()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.FurtherAppeal);
        await using var _ = portal;
        await DoneAsync(portal.On(new DateOnly(2027, 2, 9)).Then(() => @case.WithdrawAppealAsync()));
        var refused = Assert.IsType<Refused>(await @case.ConfirmIrrevocableAsync());
        Assert.Equal([Requirement.AppealTermElapsed], refused.Unmet);
        Assert.Equal(new DateOnly(2027, 3, 15), (await @case.NowAsync()).Due);
        await DoneAsync(portal.On(new DateOnly(2027, 3, 23)).Then(() => @case.ConfirmIrrevocableAsync()));
    }

    /// <summary>WHW 7.61 lid 5: an order that others decide holds for every later round.</summary>
    [Fact]
    public async Task Those_whose_decision_was_annulled_stay_out_when_the_board_reconsiders_later()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.AppealPending);
        await using var _ = portal;
        await portal.AccountAsync(new("lid3@demo.example", "Fatima Smit", [Role.BoardMember], null, "nl"));
        await portal.AccountAsync(new("lid4@demo.example", "Otto Prins", [Role.Chair], null, "nl"));
        await DoneAsync(@case.RuleAsync(Ruling.Annulled, otherComposition: true));
        await DoneAsync(@case.RedecideAsync());
        await DoneAsync(@case.DeliberateAsync("secretaris", "lid3", "lid4"));
        await DoneAsync(@case.DraftAsync(Drafts.ForUniversity, "lid3"));
        await DoneAsync(@case.DecideAsync(Outcome.Irregularity, "lid3"));
        await DoneAsync(@case.CoSignAsync("lid4"));
        await DoneAsync(@case.PublishAsync());
        await DoneAsync(@case.RedecideAsync("Alsnog.", by: "lid3"));

        Assert.Equal([true, false], await portal.ReadAsync(db => db.FormerRounds.OrderBy(round => round.Number).Select(round => round.Annulled).ToListAsync(Ct)));
        Assert.Equal([Requirement.CompositionAsOrdered], Assert.IsType<Refused>(await @case.DeliberateAsync()).Unmet);
        await DoneAsync(@case.DeliberateAsync("secretaris", "lid3", "lid4"));
    }

    /// <summary>UU-EXR-1: a case that began with the examiner goes all the way, and its letters quote the examiner and nobody else.</summary>
    [Fact]
    public async Task A_case_that_an_examiner_reported_is_heard_decided_and_written()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Cleared);
        await using var _ = portal;
        await DoneAsync(@case.ReportByExaminerAsync());
        await DoneAsync(portal.On(11, 9).Then(() => @case.TakeUpAsync()));
        await DoneAsync(@case.WriteFindingsAsync());
        await DoneAsync(portal.On(11, 10).Then(() => @case.InviteAsync()));
        await DoneAsync(portal.On(11, 12).Then(() => @case.GiveViewAsync()));
        await DoneAsync(portal.On(11, 16).Then(() => @case.DeliberateAsync()));
        await DoneAsync(@case.DraftAsync(Drafts.Fraud));
        await DoneAsync(@case.DecideAsync(Outcome.Fraud));
        await DoneAsync(@case.CoSignAsync());
        await DoneAsync(portal.On(11, 20, 15).Then(() => @case.PublishAsync()));

        // Told once, by the report itself.
        Assert.Equal([LetterKind.NoticeOfReport, LetterKind.InvitationForView, LetterKind.FraudInvalid], await portal.ReadAsync(db => db.Letters.OrderBy(letter => letter.PublishedAt).Select(letter => letter.Kind).ToListAsync(Ct)));
        foreach (var kind in new[] { LetterKind.NoticeOfReport, LetterKind.InvitationForView, LetterKind.FraudInvalid })
        {
            var content = await portal.ReadAsync(db => db.Letters.Where(letter => letter.Kind == kind).Join(db.Files, letter => letter.Sha256, file => file.Sha256, (_, file) => file.Content).SingleAsync(Ct));
            using var pdf = new PrintedPdf(content);
            var words = pdf.ReadOut();
            if (kind is not LetterKind.NoticeOfReport) Assert.Contains("twee woordelijk gelijke antwoorden", words, StringComparison.Ordinal);
            Assert.DoesNotContain("proces-verbaal", words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("tweede reviewer", words, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task DoneAsync(Task<Answer> step) => ACase.DoneAsync(step);
}
