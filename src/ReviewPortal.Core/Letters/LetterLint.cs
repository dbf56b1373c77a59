using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Something that keeps a letter from being published, with the provision it offends.</summary>
/// <param name="Place">Where it can be mended.</param>
public sealed record LetterFault(string Sentence, string Source, LetterPlace Place)
{
    /// <summary>The provision as people cite it, without the numbers of our own list of requirements.</summary>
    public string Cited(Language language) => Sources.Cited(Source, language);

    /// <summary>The text of the house that lacks, where it is one; null for what stands elsewhere.</summary>
    public HousePlace? House { get; init; }
}

/// <summary>A text of the house, and for whose board it was written.</summary>
public sealed record HousePlace(HouseField Field, Language Language, string Faculty);

/// <summary>Reads a letter as a court would before it goes out (law.md 3.1, lint rules).</summary>
public static partial class LetterLint
{
    private const string FraudSource = "Protocol, Onregelmatigheid; UU-IR-3";

    public static ImmutableArray<LetterFault> Check(LetterKind kind, LetterMatter matter, Document letter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(letter);
        return [.. kind.IsDecision() ? DecisionFaults(kind, matter, letter) : OtherFaults(kind, matter, letter), .. kind.HasRemedies() ? RemedyFaults(matter.Institution, matter.RemedyTerm(kind), letter) : [], .. SenderFaults(kind, matter.Institution, letter.Language), .. BsnFaults(kind, matter, letter), .. OthersNamed(kind, matter, letter)];
    }

    /// <summary>Only what is wrong with the words somebody has just written for a letter beside the decision; what is missing, the step itself asks for.</summary>
    public static ImmutableArray<LetterFault> CheckWords(LetterKind kind, LetterMatter matter, Document letter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(letter);
        return [.. kind.IsDecision() ? DecisionWording(kind, matter, letter) : FraudWording(kind, matter, letter), .. kind.HasRemedies() ? RemedyFaults(matter.Institution, matter.RemedyTerm(kind), letter) : [], .. SenderFaults(kind, matter.Institution, letter.Language), .. BsnFaults(kind, matter, letter), .. OthersNamed(kind, matter, letter)];
    }

    /// <summary>A character no font of the portal has, in the board's own words or the addressee's name: there it must not be spelled.</summary>
    /// <param name="place">In which of them it stands.</param>
    public static LetterFault Unprintable(string character, Language language, LetterPlace place) =>
        new(LetterTexts.Of("Lint.Unprintable", language, character), "Awb 3:41", place);

    // Another student, by name, student number or pseudonym, in what somebody wrote for this letter: a letter is about its addressee (AVG 5).
    // What is quoted was blotted out already, because nobody may change it any more.
    private static IEnumerable<LetterFault> OthersNamed(LetterKind kind, LetterMatter matter, Document letter) =>
        matter.Others.In(matter.OwnWords(kind)).Select(other => new LetterFault(LetterTexts.Of("Lint.OtherStudent", letter.Language, other), "AVG 5", LetterPlaces.Of(kind, matter, text => matter.Others.In(text).Contains(other))));

    private static IEnumerable<LetterFault> DecisionFaults(LetterKind kind, LetterMatter matter, Document letter)
    {
        var decision = matter.Decision ?? throw new ArgumentException("A decision letter needs a decision", nameof(matter));
        foreach (var fault in DecisionWording(kind, matter, letter)) yield return fault;
        if (kind.IsFraud() && (decision.FraudCodes.IsEmpty || decision.ViolatedProvision.Length is 0))
            yield return Fault("Lint.NoProvision", "Awb 5:9; CBHO 2018/163", decision.FraudCodes.IsEmpty ? LetterPlace.FraudCodes : LetterPlace.Provision);
        if (decision.Sanction is { IsWithinLimits: false }) yield return Fault("Lint.SanctionLimits", "WHW 7.12b lid 2", LetterPlace.Sanction);
        if (decision.Sanction?.StartsOnOrAfter(matter.Date) is false) yield return Fault("Lint.SanctionStart", "Awb 3:40", LetterPlace.Sanction);
        if (decision.Sanction?.HasBasisOn(matter.ExamDate) is false) yield return Fault("Lint.SanctionBasis", "OER 5.14; CBHO 2021/102", LetterPlace.Sanction);
        if (decision.Sanction?.StrikesAlreadyTaken(matter.Exam) is true) yield return Fault("Lint.SanctionTaken", "WHW 7.12b lid 2; CBHO 2021/102", LetterPlace.Sanction);
        if (kind.Proposes() && Inked.IsEmpty(matter.Termination?.Reasons)) yield return Fault("Lint.NoProposalReasons", "WHW 7.12b lid 2; Awb 3:46", LetterPlace.Termination);
        if (matter.Deviates && decision.DeviationReasons.Length is 0) yield return Fault("Lint.NoDeviation", "Awb 3:50", LetterPlace.Deviation);
        if (decision.Reasons.Length is 0) yield return Fault("Lint.NoReasons", "Awb 3:46", LetterPlace.Reasons);
        if (matter.View is { NeedsReply: true } && decision.ReplyToView.Length is 0) yield return Fault("Lint.NoReply", "Awb 3:46; CBHO 2021/072", LetterPlace.ReplyToView);
        if ((kind is LetterKind.IrregularityOwnRisk || decision.Sanction is not null) && decision.Proportionality.Length is 0)
            yield return Fault("Lint.NoProportionality", "Awb 3:4 lid 2", LetterPlace.Proportionality);

        LetterFault Fault(string key, string source, LetterPlace place, params object?[] fill) => new(LetterTexts.Of(key, letter.Language, fill), source, place);
    }

    private static IEnumerable<LetterFault> DecisionWording(LetterKind kind, LetterMatter matter, Document letter)
    {
        if (kind.IsFraud() || matter.Decision is not { } decision) yield break;
        // Each field by itself: whoever mends one is led to the next.
        foreach (var (place, text) in FindingsIn(decision))
            if (Findings(text).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is { Length: > 0 } words)
                yield return new(LetterTexts.Of("Lint.FraudWording", letter.Language, string.Join("”, “", words)), FraudSource, place);
    }

    // A letter beside the decision needs its reasons too.
    private static IEnumerable<LetterFault> OtherFaults(LetterKind kind, LetterMatter matter, Document letter)
    {
        var reasons = kind.Subject() is LetterSubject.Enrolment ? matter.Termination?.DecisionReasons : matter.OwnWords(kind);
        if ((kind.HasRemedies() || kind.Subject() is LetterSubject.Closing) && kind is not (LetterKind.SentAgain or LetterKind.CorrectionNewTerm) && Inked.IsEmpty(reasons)) yield return new(LetterTexts.Of("Lint.NoReasons", letter.Language), "Awb 3:46", LetterPlaces.Of(kind, matter, ""));
        if (kind.Proposes() && Inked.IsEmpty(reasons)) yield return new(LetterTexts.Of("Lint.NoProposalReasons", letter.Language), "WHW 7.12b lid 2; Awb 3:46", LetterPlace.Termination);
        foreach (var fault in FraudWording(kind, matter, letter)) yield return fault;
    }

    // Where the decision found no fraud, the letters beside it cannot find any.
    private static IEnumerable<LetterFault> FraudWording(LetterKind kind, LetterMatter matter, Document letter)
    {
        var words = kind.Subject() switch
        {
            LetterSubject.Chance or LetterSubject.Closing => matter.OwnWords(kind),
            // What stood there may have been the mistake.
            LetterSubject.Correction when matter.Corrected is { Kind: var corrected } mistake && !corrected.IsFraud() => mistake.Right,
            _ => "",
        };
        if (Findings(words).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is { Length: > 0 } found)
            yield return new(LetterTexts.Of("Lint.FraudWording", letter.Language, string.Join("”, “", found)), FraudSource, LetterPlaces.Of(kind, matter, found[0]));
    }

    /// <summary>By whom, within what term, to which body; with the last day as it is computed (Awb 3:45).</summary>
    internal static IEnumerable<LetterFault> RemedyFaults(Institution institution, Deadline? remedy, Document letter)
    {
        var heading = LetterTexts.Of("Heading.Remedies", letter.Language);
        var slots = letter.Sections.Where(section => section.Heading == heading).SelectMany(section => section.Blocks).OfType<FactList>().SelectMany(list => list.Facts).ToArray();
        var desk = institution.Lacking(HouseField.AppealsDesk, HouseField.AppealsDeskAddress);
        if (slots.Length < 3 || slots.Any(slot => Inked.IsEmpty(slot.Value)) || desk is not null)
            yield return new(LetterTexts.Of("Lint.RemediesMissing", letter.Language), "Awb 3:45", LetterPlace.Institution) { House = desk };
        if (remedy is { } term && !slots.Any(slot => slot.Value.Contains(term.LastDay.WithWeekday(letter.Language), StringComparison.Ordinal)))
            yield return new(LetterTexts.Of("Lint.WrongLastDay", letter.Language), "Awb 6:7, 6:8", LetterPlace.Institution);
        // The clause is right; the box at the top, which is all that many read, names the same day.
        else if (remedy is { } last && letter.Summary?.Answers.Any(answer => answer.Value.Contains(last.LastDay.WithWeekday(letter.Language), StringComparison.Ordinal)) is not true)
            yield return new(LetterTexts.Of("Lint.SummaryDay", letter.Language), "Awb 3:45, 6:8", LetterPlace.Institution);
    }

    /// <summary>Who writes, and from where, stands above every letter (law.md 3.1, section 1).</summary>
    public static IEnumerable<LetterFault> SenderFaults(LetterKind kind, Institution institution, Language language)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var (organ, address) = kind.Sender();
        if (institution.Lacking(organ, address) is { } lacking)
            yield return new(LetterTexts.Of("Lint.NoSender", language, institution.Of(organ, language)), "WHW 7.12; house rule", LetterPlace.Institution) { House = lacking };
        if (institution.Lacking(HouseField.Name, HouseField.Town, HouseField.Support, HouseField.PrivacyStatement) is { } unsaid)
            yield return new(LetterTexts.Of("Lint.NoHouse", language), "Awb 3:45; AVG 13; house rule", LetterPlace.Institution) { House = unsaid };
    }

    private static (LetterPlace Place, string Text)[] FindingsIn(Decision decision) =>
    [
        (LetterPlace.Reasons, decision.Reasons), (LetterPlace.CannotEstablish, decision.CannotEstablish), (LetterPlace.Proportionality, decision.Proportionality),
        (LetterPlace.ReplyToView, decision.ReplyToView), (LetterPlace.Deviation, decision.DeviationReasons),
    ];

    // "Geen fraude" says the opposite of a finding, and a suspicion is none; both may stand in a letter about an irregularity. Only what is known to say so
    // is let through: "geen toeval maar fraude" and "het staat niet ter discussie dat u fraude pleegde" are findings.
    private static ImmutableArray<string> Findings(string text) => Wording.Verdicts(NoFraud().Replace(FoldedText.Of(text).Text, ""));

    private static IEnumerable<LetterFault> BsnFaults(LetterKind kind, LetterMatter matter, Document letter) =>
        CitizenNumbers.In(letter.PlainText(), matter.Exam).Select(number => new LetterFault(LetterTexts.Of("Lint.Bsn", letter.Language, number), "UAVG 46", LetterPlaces.Of(kind, matter, text => CitizenNumbers.In(text.ReplaceLineEndings(" "), matter.Exam).Any(found => CitizenNumbers.AreSame(found, number)))));

    [GeneratedRegex(
        """
        \bgeen\s((sprake|bewijs|teken|aanwijzing(en)?|vermoeden)\s(van|voor)\s|enige\s)?(tentamen)?fraude\b
        | \bniet\s((gefraudeerd|gespiekt|afgekeken|gesmokkeld)\b | (van|als)\sfraude\b)
        | \bniet\s((kan|kon|is|was|worden|wordt)\s)*(gebleken|vastgesteld|vaststellen|vast(\ste\sstellen)?|bewezen|aannemelijk|aangetoond)\s(dat|of)\b((?!\b(maar|but)\b)[^.,;!?\n]){0,40}\b(fraude|frauderen|gefraudeerd|gespiekt|afgekeken|gesmokkeld|overgeschreven)\b
        | \bmogelijkheid\stot\sfrauderen\b | \bkunnen\sfrauderen\b | \bfraudebestendig\w* | \b(vermoeden|verdenking)\svan\sfraude\b | \bfraude\sis\svermoed\b
        | \bno\s((evidence|proof|signs?|suspicion|question)\sof\s|any\s)?fraud\b
        | \bnot\s(establish|find|prove|show|commit|committed)\s(any\s)?fraud\b | \bnot\s(cheat|cheated)\b
        | \bnot\s(been\s|be\s)?(established|shown|proven|found)\s(that|whether)\b((?!\b(maar|but)\b)[^.,;!?\n]){0,40}\b(fraud|cheat(ed|ing)?)\b
        | \bsuspicion\sof\sfraud\b | \bsuspected\sfraud\b | \bfraud[-\s]resist\w*
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoFraud();
}
