using System.Collections.Immutable;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What must be written in a step, and how much can be; a form that is forged holds to no bound.</summary>
public sealed partial class CaseFile
{
    private bool _isTooLong;

    /// <summary>States whether what a step asks for was written, as paper would show it, and whether it fits.</summary>
    /// <param name="also">What else the requirement asks for.</param>
    /// <param name="longest">In characters.</param>
    public void StateWritten(Requirement need, string? text, bool also = true, int longest = StaffWords.Longest)
    {
        State(need, also && !Inked.IsEmpty(text));
        StateLength(text ?? "", longest);
    }

    /// <summary>States whether a text of the step fits, and tells how much has to go when it does not. Where a step has several, each has to fit.</summary>
    /// <param name="longest">In characters.</param>
    public void StateLength(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_isTooLong) State(Requirement.WithinLength, text.Length <= longest);
        if (_isTooLong || text.Length <= longest) return;
        _isTooLong = true;
        Explain(Requirement.WithinLength, language => LifecycleTexts.TooLong(text.Length, longest, language));
    }

    /// <summary>What is being written is not kept when a text of it does not fit.</summary>
    public Refused? Unfit => _isTooLong
        ? Refused.Unkept(Requirement.WithinLength) with { Measured = ImmutableDictionary<Requirement, Func<Language, string>>.Empty.Add(Requirement.WithinLength, _explained[Requirement.WithinLength]) }
        : null;
}
