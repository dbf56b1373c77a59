using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What follows a decision in one case: its sendings, the chance, the appeal, and the decisions that no longer stand.</summary>
public sealed class Aftermath
{
    public static readonly Aftermath None = new();

    // Other letters have a last day of their own; the term of the case runs on these.
    private static readonly LetterKind[] Decisions = [.. LetterKinds.About(LetterSubject.Decision)];

    private static readonly LetterKind[] WithTerm = [.. Decisions, LetterKind.ExtraChanceRefused];

    /// <summary>The letter of the decision as it is now; null before publication. Printed and not sent yet it does not stand (<see cref="HasGoneOut"/>).</summary>
    public Letter? Letter { get; private init; }

    /// <summary>The decision as it is now was sent to the student, whatever became of that: from then on it stands, and not the one before it (Awb 3:40, 3:41).</summary>
    public bool HasGoneOut => Letter is not null && Went(Letter);

    /// <summary>The decision as it is now lies printed, to be sent: nobody knows yet whether that will be done (Awb 3:40).</summary>
    public bool LiesPrinted => !HasGoneOut && DecisionToPost;

    /// <summary>No sending of the decision as it is now counts, and none lies printed: it has to be sent again (Awb 2:11, 3:41).</summary>
    public bool IsToSendAgain => Letter is not null && SentAtOf(Letter) is null && !DecisionToPost;

    /// <summary>The letter of the decision that stands while the board decides again of its own motion, until the new one was sent (Awb 3:40, 6:19); null when it was annulled.</summary>
    public Letter? Replaceable => Kept is not null ? FormerLetter : null;

    /// <summary>The decision that stands meanwhile: the last that the student was sent. One that was set aside before it went took no other's place.</summary>
    public FormerRound? Kept => !HasGoneOut && FormerRound is { Annulled: false } round ? round : null;

    // The last decision before the one of now that was sent, or that was annulled; with its round.
    private Letter? FormerLetter { get; init; }

    private FormerRound? FormerRound { get; init; }

    /// <summary>The letter of the decision that counts today, sent or not: the one that is kept, or the last.</summary>
    public Letter? Counting => Replaceable ?? Letter;

    // In order, one of every round.
    private ImmutableArray<Letter> DecisionLetters { get; init; } = [];

    /// <summary>The decision that this letter told was annulled by another body: it has no effect any more.</summary>
    public bool IsAnnulled(Letter letter, CaseState state) =>
        DecisionLetters.Index().Any(round => round.Item.Id == letter.Id && (round.Index < Former.Length ? Former[round.Index].Annulled : state is CaseState.Annulled));

    /// <summary>The decision that was sent again with this letter.</summary>
    public Letter SentAgainWith(Letter letter) => DecisionLetters.Last(decision => decision.PublishedAt <= letter.PublishedAt);

    /// <summary>The last day of what can be done against what the board decided; null while the decision as it is now was not sent: its term has not begun (Awb 6:8).</summary>
    public DateOnly? LastDay => Letter is null || HasGoneOut ? Ground().LastRemedy?.LastDay : null;

    /// <summary>The sendings of the decision as it is now, or while there is none of the one before it.</summary>
    public ImmutableArray<Sending> Sendings { get; private init; } = [];

    private ImmutableArray<Sending> AllSendings { get; init; } = [];

    /// <summary>
    /// From when the term of a letter runs: its last sending that did not fail, or its publication (Awb 2:11, 2:19). Null for one that was printed and not posted yet: it has not been
    /// made known (Awb 3:41).
    /// </summary>
    public DateTimeOffset? SentAtOf(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return letter.MadeKnownAt(SendingsOf(letter));
    }

    public ImmutableArray<FormerRound> Former { get; set; } = [];

    // Nobody opened it, or it was read in the portal before it was sent: that begins no term, and there is nothing that runs on. As it was before the step.
    private bool DidNotReach { get; init; }

    // A correction that begins a term anew lies printed, and was not sent yet.
    private bool TermsToBegin { get; init; }

    // The letter of the decision as it is now, or one that goes with it.
    private bool DecisionToPost { get; init; }

    // The letters by which a proposal to end the enrolment was told by itself.
    private ImmutableArray<Letter> Proposals { get; init; } = [];

    /// <summary>The letters that refused an extra chance: decisions with a term of their own (WHW 7.59a).</summary>
    public ImmutableArray<Letter> Refusals { get; private init; } = [];

    public ImmutableArray<Appeal> Appeals { get; set; } = [];

    public RetakeChance? Retake { get; set; }

    public TerminationProposal? Termination { get; set; }

    /// <summary>The objections to the executive board's decisions on the enrolment, in the order in which they were registered.</summary>
    public ImmutableArray<Objection> Objections { get; set; } = [];

    public Objection? Objection => Objections.LastOrDefault();

    /// <summary>The executive board's invitations, in order.</summary>
    public ImmutableArray<EnrolmentHearing> Hearings { get; set; } = [];

    /// <summary>The last invitation about what the executive board has to decide on now: the open objection, or the proposal.</summary>
    public EnrolmentHearing? Hearing => Hearings.LastOrDefault(hearing => Objection is { IsOpen: true } open ? hearing.About == open.Id : hearing.About is null && hearing.InvitedAt >= Termination?.ProposedAt);

    /// <summary>The invitation that the last one replaces: about the same, and to a hearing that was still to come.</summary>
    public EnrolmentHearing? HearingBefore => Hearings is [.. var earlier, var last]
        ? earlier.LastOrDefault(hearing => hearing.About == last.About && !hearing.HasBeen(last.InvitedAt) && (last.About is not null || hearing.InvitedAt >= Termination?.ProposedAt))
        : null;

    /// <summary>The executive board still has to decide: on an objection, or on a proposal.</summary>
    public bool EnrolmentToDecide => Objection is { IsOpen: true } || Termination is { IsMade: true, DecidedAt: null };

    /// <summary>The executive board ended the enrolment, and did not take that back.</summary>
    public bool IsEnrolmentEnded => Termination is { Terminated: true, Restored: not true };

    /// <summary>The proposal belongs to the decision as it is now and was made before that went out: its letter tells it (law.md 3.1, section 15).</summary>
    public bool ProposedWithDecision => Letter is { } letter ? letter.Kind is LetterKind.FraudProposal && Termination?.ProposedAt <= letter.PublishedAt
        : Termination is { } proposal && !Former.Any(round => round.ClosedAt >= proposal.ProposedAt);

    /// <summary>The student and the executive board know of it: two members signed it, and the decision it was made with has gone out (Awb 3:40).</summary>
    public bool IsProposalTold(CaseState state) => IsProposalSent && Termination is { IsMade: true } proposal && (!CaseStates.Deciding.Contains(state) || Former.Any(round => round.ClosedAt >= proposal.ProposedAt));

    /// <summary>The letter that tells the proposal was sent; true as well for a proposal from before there were such letters.</summary>
    public bool IsProposalSent => (ProposedWithDecision ? Letter : Proposals.LastOrDefault(letter => letter.PublishedAt >= Termination?.ProposedAt)) is not { } letter || Went(letter);

    /// <summary>Who proposed to end the enrolment or signed that as the second, now or before.</summary>
    public ImmutableArray<Actor> Proposers { get; private init; } = [];

    /// <summary>The last appeal; earlier ones have been ruled on or withdrawn.</summary>
    public Appeal? Appeal => Appeals.LastOrDefault();

    /// <summary>The ruling that annulled the decision on the test, with what it orders; not a further appeal that came after it.</summary>
    public Appeal? LastAnnulment => Appeals.LastOrDefault(appeal => appeal.Ruling is Ruling.Annulled or Ruling.PartlyAnnulled && !IsOnRefusal(appeal));

    /// <summary>About an extra chance that was refused, and not about the decision on the test.</summary>
    public bool IsOnRefusal(Appeal appeal) => Refusals.Any(letter => letter.Id == appeal.Letter);

    /// <summary>The published decision that the one of now replaces, or will; null for the first in a case. What was agreed stands as the reason for laying it aside.</summary>
    public ReplacedDecision? Replaced => FormerLetter is { } letter && FormerRound is { } round
        ? new(Amsterdam.DateOf(letter.PublishedAt), round.Why)
        {
            AnnulledOn = Annulled(round)?.RuledOn,
            ByCouncil = Annulled(round) is { Body: AppealBody.CouncilOfState },
            AgreedOn = Appeals.LastOrDefault(appeal => appeal.AgreedOn is not null && appeal.Agreement == round.Why)?.AgreedOn,
            AppealGoesOn = Appeal is { IsOpen: true } open && !IsOnRefusal(open),
        }
        : null;

    // A ruling on the new decision says nothing of the one before it.
    private Appeal? Annulled(FormerRound round) => !round.Annulled ? null
        : Appeals.LastOrDefault(appeal => appeal.Ruling is Ruling.Annulled or Ruling.PartlyAnnulled && !IsOnRefusal(appeal) && (Letter is null || appeal.RuledOn <= Amsterdam.DateOf(Letter.PublishedAt)));

    /// <summary>When the letter was sent in the way that counts: the last sending that did not fail (Awb 2:11, 2:19); null while it was printed and not posted yet (Awb 3:41).</summary>
    public DateTimeOffset? SentAt => Counting is { } letter ? SentAtOf(letter) : null;

    /// <summary>When the letter of the decision was last sent, whether or not it arrived; null while it was printed only.</summary>
    public DateTimeOffset? LastGoneAt => Letter?.LastGone(SendingsOf(Letter));

    // The student opened it, or a way of sending was used that leaves proof.
    private bool IsProven => Counting is { } letter && (letter.FirstOpenedAt is not null || SendingsOf(letter).Any(sending => sending is { Counts: true, Channel: not SendingChannel.Portal }));

    private IEnumerable<Sending> SendingsOf(Letter letter) => AllSendings.Where(sending => sending.Letter == letter.Id);

    // What has no sending was made known by its publication.
    private bool Went(Letter letter) => Went(letter, AllSendings);

    private static bool Went(Letter letter, IEnumerable<Sending> all) => letter.LastGone(all.Where(sending => sending.Letter == letter.Id)) is not null;

    public static async Task<Aftermath> LoadAsync(PortalDb db, CaseId id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var former = await db.FormerRounds.Where(item => item.Case == id).OrderBy(item => item.Number).ToListAsync(ct);
        var appealable = await db.Letters.Where(item => item.Case == id && (WithTerm.Contains(item.Kind) || item.Kind == LetterKind.TerminationProposed)).OrderBy(item => item.PublishedAt).ToListAsync(ct);
        var letters = appealable.Where(item => item.Kind.IsDecision()).ToArray();
        var letter = letters.ElementAtOrDefault(former.Count);
        // The copy to a representative starts no term: the term is the student's (Awb 3:41, 6:8).
        // None of these letters was sent otherwise than by a sending of its own, or by its publication.
        var sendings = appealable.Count is 0 ? [] : await db.Sendings.Where(item => item.Case == id && item.Representative == null).OrderBy(item => item.At).ToListAsync(ct);
        var toPost = sendings.Where(item => item.IsToPost).Select(item => item.Letter).ToArray();
        var printed = toPost.Length > 0 && letter is not null ? await db.Letters.Where(item => toPost.Contains(item.Id) && item.PublishedAt >= letter.PublishedAt).Select(item => item.Kind).ToListAsync(ct) : [];
        var before = former.Zip(letters).LastOrDefault(round => round.First.Annulled || Went(round.Second, sendings));
        var counts = letter ?? before.Second;
        var proposal = await db.TerminationProposals.FirstOrDefaultAsync(item => item.Case == id, ct);
        return new Aftermath
        {
            Former = [.. former],
            Refusals = [.. appealable.Where(item => item.Kind is LetterKind.ExtraChanceRefused)],
            Proposals = [.. appealable.Where(item => item.Kind is LetterKind.TerminationProposed)],
            AllSendings = [.. sendings],
            DidNotReach = letter is not null && (letter.FirstOpenedAt is null || letter.MadeKnownAt(sendings.Where(item => item.Letter == letter.Id)) is null),
            TermsToBegin = printed.Contains(LetterKind.CorrectionNewTerm),
            DecisionToPost = printed.Any(kind => kind.IsDecision() || kind is LetterKind.SentAgain),
            DecisionLetters = [.. letters],
            Letter = letter,
            FormerRound = before.First,
            FormerLetter = before.Second,
            Sendings = counts is null ? [] : [.. sendings.Where(item => item.Letter == counts.Id)],
            Appeals = [.. await db.Appeals.Where(item => item.Case == id).OrderBy(item => item.RegisteredAt).ToListAsync(ct)],
            Retake = await db.Retakes.FirstOrDefaultAsync(item => item.Case == id, ct),
            Termination = proposal,
            Objections = proposal is null ? [] : [.. await db.Objections.Where(item => item.Case == id).OrderBy(item => item.RegisteredAt).ToListAsync(ct)],
            Hearings = proposal is null ? [] : [.. await db.EnrolmentHearings.Where(item => item.Case == id).OrderBy(item => item.InvitedAt).ToListAsync(ct)],
            Proposers = proposal is null ? [] : [.. await db.CaseEvents.Where(item => item.Case == id && (item.Action == CaseAction.ProposeTermination || item.Action == CaseAction.CoSignTermination)).Select(item => Actor.AsRecorded(item.By, item.ByName)).ToListAsync(ct)],
        };
    }

    /// <summary>Who decided or proposed, now or before: what they did, the executive board judges by itself (law.md section 4, row 21; Awb 2:4).</summary>
    internal IEnumerable<Actor> TookPart(Decision? decision, BoardSession? session) =>
    [
        .. Proposers,
        .. decision?.SignedBy is { } first ? [Actor.AsRecorded(first, decision.SignedByName)] : ImmutableArray<Actor>.Empty,
        .. decision?.CoSignedBy is { } second ? [Actor.AsRecorded(second, decision.CoSignedByName)] : ImmutableArray<Actor>.Empty,
        .. Former.SelectMany(round => round.Members).Concat(session?.Members ?? []).Select(member => Actor.AsRecorded(member.Id, member.Name)),
    ];

    /// <summary>The day on which the board could begin to decide again; a ruling that came meanwhile began it anew.</summary>
    public DateOnly? RoundBegan => Former.LastOrDefault() is not { } round ? null
        : round.Annulled && Appeals.LastOrDefault(appeal => appeal.Ruling is Ruling.Annulled or Ruling.PartlyAnnulled)?.RuledOn is { } ruled && ruled > Amsterdam.DateOf(round.ClosedAt) ? ruled
        : Amsterdam.DateOf(round.ClosedAt);

    /// <summary>What the executive board was asked rests on a finding that was annulled or replaced; until it is replaced, it stands.</summary>
    /// <param name="outcome">Of the decision as it is now: what was proposed with a signed decision falls when that goes out as something else than fraud.</param>
    public bool ProposalFell(CaseState state, Outcome? outcome) => Termination is { } proposal
        && (state is CaseState.Annulled || (Letter is not null && outcome is not Outcome.Fraud) || Former.Any(round => round.ClosedAt > proposal.ProposedAt && (round.Annulled || Letter is not null)));

    /// <summary>What the appeals of this case are about, and which terms run.</summary>
    public AppealGround Ground(IEnumerable<PersonId>? session = null)
    {
        // A refusal that still lies to be posted can be appealed against once it is.
        var made = Refusals.Select(refusal => SentAtOf(refusal) is { } at ? new Appealable(refusal.Id, at) : null).OfType<Appealable>().ToImmutableArray();
        return new(Appeals, Counting is { } letter && SentAt is { } sent ? new(letter.Id, sent) : null, made, IsProven && made.Length == Refusals.Length, Former, session ?? []);
    }

    /// <summary>Why the executive board cannot have heard the student on what it has to decide now; null once the day of its invitation has come. What is still to come is no reason to invite again.</summary>
    public Func<Language, string>? NotHeard(DateTimeOffset now) =>
        Hearing is var hearing && hearing?.HasBeen(now) is true ? null : language => LifecycleTexts.NotHeard(hearing?.PlannedAt.InWords(language), language);

    internal void State(CaseFacts facts, CaseState state, Decision? decision, IEnumerable<PersonId> session, DateTimeOffset now)
    {
        Retake?.State(facts, now);
        Termination?.State(facts, Hearing?.HasBeen(now) is true, ProposalFell(state, decision?.Outcome), CaseStates.WithDecision.Contains(state) && decision is { IsSigned: true, Outcome: Outcome.Fraud });
        if (NotHeard(now) is { } why) facts.Explain(Requirement.HeardByExecutiveBoard, why);
        facts.State(Requirement.DecisionStands, CaseStates.WithDecision.Contains(state) || Kept is not null);
        facts.State(Requirement.NothingPrinted, !LiesPrinted);
        facts.State(Requirement.LetterNotOpened, DidNotReach);
        facts.State(Requirement.SeriousFraud, decision is { IsSigned: true, Outcome: Outcome.Fraud } && Termination is null or { Restored: true } or { IsMade: false });
        // Before its letter the proposal is nothing the student knows of (Awb 3:40), and one that fell is not heard about.
        facts.State(Requirement.EnrolmentToDecide, Objection is { IsOpen: true } || (EnrolmentToDecide && Letter is not null && IsProposalSent && !ProposalFell(state, decision?.Outcome)));
        Core.Decisions.Objection.State(facts, Objection, IsEnrolmentEnded);
        AppealFacts.State(facts, Ground(session), now);
        // The terms of the decision before it say nothing of the one that lies to be sent, and a letter that gives a new term does so once it is sent (Awb 3:41, 6:8).
        if (!TermsToBegin && (Letter is null || HasGoneOut)) return;
        facts.State(Requirement.AppealTermElapsed, met: false).Explain(Requirement.AppealTermElapsed, LifecycleTexts.LetterToSend);
    }
}
