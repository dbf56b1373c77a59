using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Committee;

/// <summary>The board asks somebody what it needs to know, and what for (WHW 7.12c lid 2; Awb 3:2).</summary>
public sealed class InformationRequest
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public InformationSource Source { get; init; }

    /// <summary>What is asked and what it is needed for; the source reads it.</summary>
    public required string Purpose { get; init; }

    public DateOnly Due { get; init; }

    public PersonId AskedBy { get; init; }

    public required string AskedByName { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public string Answer { get; private set; } = "";

    /// <summary>Who answered in the portal, or wrote down what came from outside it.</summary>
    public PersonId? AnsweredBy { get; private set; }

    public string? AnsweredByName { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => AnsweredAt is null;

    public void Receive(string answer, Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        (Answer, AnsweredBy, AnsweredByName, AnsweredAt) = (answer, by.Id, by.Name, now);
    }
}

/// <summary>Whom the board can ask.</summary>
public enum InformationSource
{
    /// <summary>Answers in the portal.</summary>
    Examiner,
    SupplierSupport,
    Expert,
}
