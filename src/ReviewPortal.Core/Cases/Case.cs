using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Core.Cases;

/// <summary>
/// One sitting on its way through the procedure. It knows where it stands and nothing else: each room keeps its own records by case.
/// </summary>
public sealed class Case
{
    private Case()
    {
    }

    public CaseId Id { get; private init; }

    public CaseNumber Number { get; private init; }

    public SittingId Sitting { get; private init; }

    public CaseState State { get; private set; }

    /// <summary>Since when the case is in this state.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>The day by which the next step is due; null when nobody has to do anything.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>Grows with every step; two people who act on the same version cannot both win.</summary>
    public long Version { get; private set; }

    /// <summary>The sitting has been taken in; a suspicion it is not (I11).</summary>
    public static Case Open(CaseNumber number, SittingId sitting, DateTimeOffset now) => new()
    {
        Id = CaseId.New(now),
        Number = number,
        Sitting = sitting,
        State = CaseState.Imported,
        Since = now,
        Due = StateTerms.DueAfter(CaseState.Imported, now),
        Version = 1,
    };

    /// <summary>Goes along a permitted row of the table and returns what happened.</summary>
    /// <param name="due">A day set by the step itself, such as the end of a reaction term; otherwise the house term of the new state.</param>
    /// <param name="signing">How the person proved who that is, when the step is a signature.</param>
    public CaseEvent Go(Done permitted, Actor by, DateTimeOffset now, string? note = null, DateOnly? due = null, Signing? signing = null)
    {
        ArgumentNullException.ThrowIfNull(permitted);
        ArgumentNullException.ThrowIfNull(by);
        if (permitted.Row.From != State) throw new InvalidOperationException($"{Number} is {State}; {permitted.Row.Action} starts from {permitted.Row.From}");

        var from = State;
        State = permitted.Row.To;
        Version++;
        if (from != State || due is not null)
        {
            Since = now;
            Due = due ?? StateTerms.DueAfter(State, now);
        }

        return CaseEvent.Of(this, permitted.Row, from, by, now, note, signing);
    }
}
