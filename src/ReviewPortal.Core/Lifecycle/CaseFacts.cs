using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>Which requirements a case meets for one actor at one moment. Rooms state them; what nobody stated is not met.</summary>
public sealed class CaseFacts
{
    private readonly HashSet<Requirement> _met = [];
    private readonly HashSet<Requirement> _broken = [];
    private readonly Dictionary<Requirement, Func<Language, string>> _measured = [];

    public bool Meets(Requirement requirement) => _met.Contains(requirement);

    public CaseFacts State(Requirement requirement, bool met)
    {
        if (met) _met.Add(requirement);
        else _met.Remove(requirement);
        return this;
    }

    /// <summary>Keeps every step back, whether its row names the requirement or not: a text that is too long is too long wherever it was typed.</summary>
    public CaseFacts Break(Requirement requirement)
    {
        _broken.Add(requirement);
        return State(requirement, met: false);
    }

    /// <summary>What was measured against it, for who is refused: how much there is, and how much is asked for.</summary>
    public CaseFacts Explain(Requirement requirement, Func<Language, string> measured)
    {
        _measured[requirement] = measured;
        return this;
    }

    internal IEnumerable<Requirement> Broken => _broken;

    internal Func<Language, string>? Measured(Requirement requirement) => _measured.GetValueOrDefault(requirement);
}
