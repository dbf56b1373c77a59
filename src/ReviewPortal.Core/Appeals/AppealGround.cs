using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;

namespace ReviewPortal.Core.Appeals;

/// <summary>A letter of the board against which an appeal is open, and the sending from which its own term runs (WHW 7.59a, Awb 6:8).</summary>
public sealed record Appealable(Guid Letter, DateTimeOffset Sent)
{
    public AppealWindow Window => AppealWindow.From(Sent);
}

/// <summary>What the facts of an appeal rest on.</summary>
/// <param name="Appeals">In the order in which they were registered.</param>
/// <param name="Decision">The decision on the test that counts; null before it was sent, and after an annulment.</param>
/// <param name="Chances">The refusals of an extra chance, each with a term of its own.</param>
public sealed record AppealGround(
    ImmutableArray<Appeal> Appeals, Appealable? Decision, ImmutableArray<Appealable> Chances, bool IsNotificationProven, IReadOnlyCollection<FormerRound> Former, IEnumerable<PersonId> SessionMembers)
{
    public ImmutableHashSet<PersonId> Session => [.. SessionMembers];

    public Appeal? Last => Appeals.LastOrDefault();

    /// <summary>Those who took the annulled decision, when the ruling ordered others to decide (WHW 7.61 lid 5).</summary>
    public ImmutableHashSet<PersonId> MustDifferFrom =>
        [.. Former.Where(round => round.OtherComposition).SelectMany(round => round.Members).Select(member => member.Id)];

    /// <summary>The ruling of the appeals board that can still be taken to the Council of State; when the Council has ruled, there is none left (WHW 7.64).</summary>
    public Appeal? RulingToContest => Appeals.LastOrDefault(appeal => appeal.Ruling is not null) is { Body: AppealBody.ExamAppealsBoard } ruled ? ruled : null;

    /// <summary>The first day on which a person can call the decision irrevocable: no term against anything the board decided in this case runs any more.</summary>
    public DateOnly? IrrevocableFrom => LastRemedy is { } term ? new AppealWindow(term).IrrevocableFrom : null;

    /// <summary>The last of the terms of the decision and of each refused chance; of the ruling where there was one.</summary>
    public Deadline? LastRemedy => Decision is null ? null : Chances.Add(Decision).Select(letter => RulingOn(letter)?.NextTerm ?? letter.Window.Term).MaxBy(term => term.LastDay);

    public bool IsOnChance(Appeal appeal) => Chances.Any(chance => chance.Letter == appeal.Letter);

    /// <summary>There is a ruling on what this letter decided; of the Council too, when a new decision came while a further appeal was open (Awb 6:19, 6:24).</summary>
    public bool IsRuledOn(Appealable? letter) => letter is not null && RulingOn(letter) is not null;

    /// <summary>What an appeal that comes in now is most likely against: the decision, or the refused chance when only that can still be appealed in time.</summary>
    public Appealable? Default(DateOnly today) =>
        Decision is { } decision && !IsRuledOn(decision) && Runs(decision, today) ? decision : Chances.LastOrDefault(chance => !IsRuledOn(chance) && Runs(chance, today)) ?? Decision;

    private static bool Runs(Appealable letter, DateOnly today) => today <= letter.Window.Term.LastDay;

    private Appeal? RulingOn(Appealable letter) => Appeals.LastOrDefault(appeal => appeal.Ruling is not null && IsAgainst(appeal, letter));

    // Of an appeal registered before its letter was kept the day says what it was about.
    private bool IsAgainst(Appeal appeal, Appealable letter) =>
        appeal.Letter is { } against ? against == letter.Letter : appeal.Body is AppealBody.ExamAppealsBoard && letter == Decision && appeal.RuledOn >= Amsterdam.DateOf(letter.Sent);
}
