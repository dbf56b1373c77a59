using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Student;

namespace ReviewPortal.Web.Tests.Features;

/// <summary>A form can be forged: how much fits, what counts as words and which choices there are, the step itself says.</summary>
public sealed class TypedWordsTests
{
    private const string Unseen = "\u200B\u00AD \u2060";

    private static readonly (Stage Stage, int Longest, Requirement Need, Func<ACase, string, Task<Answer>> Take)[] Steps =
    [
        (Stage.InReview, StaffWords.Reason, Requirement.HandBackReason, (@case, words) => @case.HandBackAsync(reason: words)),
        (Stage.InReview, StaffWords.ShortReason, Requirement.TargetDayReason, (@case, words) => @case.MoveTargetDayAsync(new(2026, 11, 24), words)),
        (Stage.Reported, StaffWords.Explanation, Requirement.ConflictReason, (@case, words) => @case.DeclareConflictAsync(reason: words)),
        (Stage.Investigated, StaffWords.Note, Requirement.PurposeNoted, (@case, words) => @case.RequestInformationAsync(purpose: words)),
        (Stage.InformationAsked, StaffWords.Longest, Requirement.AnswerWritten, (@case, words) => @case.AnswerInformationAsync(answer: words)),
        (Stage.UnderInvestigation, StaffWords.Longest, Requirement.AddendumWritten, (@case, words) => @case.AddAddendumAsync(words)),
        (Stage.MailSent, StaffWords.Longest, Requirement.DeliveryProblem, (@case, words) => @case.RecordBounceAsync(words)),
        (Stage.MailReported, StaffWords.Longest, Requirement.ReportAsideReason, (@case, words) => @case.SetReportAsideAsync(words)),
        (Stage.LetterToPost, StaffWords.Reason, Requirement.SendingProven, (@case, words) => @case.RecordPostingAsync(words)),
        (Stage.BsnReported, StaffWords.Note, Requirement.HandlingWritten, (@case, words) => @case.HandleBsnAsync(handling: words)),
        (Stage.Annulled, StaffWords.Longest, Requirement.ClosingReasons, (@case, words) => @case.CloseAnnulledAsync(words)),
        (Stage.AppealPending, StaffWords.Longest, Requirement.RulingRecorded, (@case, words) => @case.RuleAsync(Ruling.Dismissed, words)),
    ];

    public static TheoryData<int> Every => [.. Enumerable.Range(0, Steps.Length)];

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_text_that_does_not_fit_is_refused_and_what_must_go_is_told(int which)
    {
        var (stage, longest, _, take) = Steps[which];
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var closing = portal;
        var before = await portal.DumpAsync();
        var refused = Assert.IsType<Refused>(await take(@case, string.Concat(Enumerable.Repeat("woord ", longest))[..longest] + "xyz"));
        Assert.Contains(Requirement.WithinLength, refused.Unmet);
        Assert.Contains(LifecycleTexts.TooLong(longest + 3, longest, Language.Dutch), refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task What_nobody_can_see_was_not_written(int which)
    {
        var (stage, _, need, take) = Steps[which];
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var closing = portal;
        Assert.Contains(need, Assert.IsType<Refused>(await take(@case, Unseen)).Unmet);
    }

    [Fact]
    public async Task A_draft_that_does_not_fit_is_not_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        var before = await portal.DumpAsync();
        var refused = Assert.IsType<Refused>(await @case.DraftAsync(Drafts.ForUniversity with { Evidence = SpoiltSteps.TooLong }));
        Assert.True(refused.IsUnkept);
        Assert.Equal([Requirement.WithinLength], refused.Unmet);
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task What_stands_in_no_list_is_refused_with_a_sentence()
    {
        await RefusedAsync(Stage.CoSigned, @case => @case.PublishAsync(channel: (SendingChannel)99));
        await RefusedAsync(Stage.DeliveryFailed, @case => @case.SendAgainAsync(channel: (SendingChannel)99));
        await RefusedAsync(Stage.Drafted, @case => @case.DecideAsync((Outcome)99));
        await RefusedAsync(Stage.Deliberation, @case => @case.DraftAsync(Drafts.ForUniversity with { Outcome = (Outcome)99 }));
        await RefusedAsync(Stage.Deliberation, @case => @case.DraftAsync(Drafts.ForUniversity with { Grounds = (Grounds43a)4096 }));
        await RefusedAsync(Stage.Deliberation, @case => @case.DraftAsync(Drafts.ForUniversity with { Attribution = (Attribution)99 }));
        await RefusedAsync(Stage.AppealPending, @case => @case.RuleAsync((Ruling)99));
        await RefusedAsync(Stage.Investigated, @case => @case.RequestInformationAsync(source: (InformationSource)99));
        await RefusedAsync(Stage.ObjectionLodged, @case => @case.DecideObjectionAsync((ObjectionOutcome)99, hearing: ""));
    }

    [Fact]
    public async Task What_stands_in_no_list_is_refused_in_a_report_a_request_and_an_agreement_too()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.SecondReview);
        await using var _ = portal;
        var ct = TestContext.Current.CancellationToken;
        var request = await AFacilityRequest.FiledAsync(portal);
        await request.ConsultedAsync();
        await request.AssessAsync(AFacilityRequest.Met);
        await request.DecideAsync(granted: true);
        await portal.WithdrawAsync(MessageKind.BoardDecision);
        var before = await portal.DumpAsync();

        foreach (var draft in new[] { ProcesVerbaalDraft.Empty with { Suspicion = (Suspicion)99 }, ProcesVerbaalDraft.Empty with { Identity = (IdentityCheck)99 } })
            Assert.Equal(RefusalKind.NoSuchChoice, Assert.IsType<Refused>(await portal.Get<WriteProcesVerbaal>().RunAsync(@case.Id, draft, null, portal.Who("reviewer").Id, ct)).Kind);
        var (filed, number) = await portal.Get<RequestFacility>().FileAsync(AFacilityRequest.Draft with { Test = "Statistiek 3", Reason = (FacilityReason)99 }, portal.Who("student").Id, ct);
        Assert.Equal([FacilityNeed.ReasonChosen], Assert.IsType<FacilityRefused>(filed).Unmet);
        Assert.Null(number);
        var published = Assert.IsType<FacilityRefused>(await request.PublishAsync((SendingChannel)99, "bewijs"));
        Assert.Equal(RefusalKind.NoSuchChoice, published.Kind);
        Assert.Contains("staat niet in de lijst", published.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.NotNull(await portal.Get<AgreeToDelivery>().GiveAsync((MessageKind)99, ConsentWording.Current, Language.Dutch, portal.Who("student").Id, ct));
        Assert.NotNull(await portal.Get<AgreeToDelivery>().GiveAsync(MessageKind.BoardDecision, ConsentWording.Current, (Language)99, portal.Who("student").Id, ct));

        Assert.Equal(before, await portal.DumpAsync());
    }

    private static async Task RefusedAsync(Stage stage, Func<ACase, Task<Answer>> take)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        var before = await portal.DumpAsync();
        var refused = Assert.IsType<Refused>(await take(@case));
        Assert.Equal(RefusalKind.NoSuchChoice, refused.Kind);
        Assert.Contains("staat niet in de lijst", refused.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Equal(before, await portal.DumpAsync());
    }
}
