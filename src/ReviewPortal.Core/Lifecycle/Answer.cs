using System.Collections.Immutable;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Lifecycle;

/// <summary>What an action says back: done, or refused with what is missing and why that is needed.</summary>
public abstract record Answer
{
    public bool IsDone => this is Done;
}

/// <summary>What was written is kept; it leads to no step of a case.</summary>
public sealed record Kept : Answer;

/// <param name="Row">The row of the table along which the case went.</param>
public sealed record Done(Transition Row) : Answer;

public sealed record Refused(CaseAction Action, RefusalKind Kind) : Answer
{
    public CaseState? State { get; init; }

    /// <summary>Not a step was refused, but something written on the way to one; no step is named then.</summary>
    public bool IsUnkept { get; private init; }

    /// <summary>Every unmet requirement, in the order of the table.</summary>
    public ImmutableArray<Requirement> Unmet { get; init; } = [];

    /// <summary>What was measured against an unmet requirement, where there is something to measure.</summary>
    public ImmutableDictionary<Requirement, Func<Language, string>> Measured { get; init; } = ImmutableDictionary<Requirement, Func<Language, string>>.Empty;

    /// <summary>What a reviewer wrote is not kept as it is.</summary>
    public static Refused Unkept(Requirement missing) => new(CaseAction.AskSecondReview, RefusalKind.Unmet) { IsUnkept = true, Unmet = [missing] };

    /// <inheritdoc cref="Unkept(Requirement)"/>
    public static Refused Unkept(RefusalKind kind) => new(CaseAction.AskSecondReview, kind) { IsUnkept = true };

    /// <summary>What is missing, with how much there is and how much is asked for.</summary>
    public string Text(Requirement need, Language language) =>
        Measured.TryGetValue(need, out var measured) ? $"{LifecycleTexts.Of(need, language)} {measured(language)}" : LifecycleTexts.Of(need, language);

    /// <summary>The refusal as one readable text, each requirement with its source as people cite it.</summary>
    public string Sentence(Language language) => Kind switch
    {
        RefusalKind.Unmet when IsUnkept => Needs(language),
        RefusalKind.ChangedMeanwhile or RefusalKind.WithoutReason when IsUnkept => LifecycleTexts.Of($"Unkept.{Kind}", language),
        RefusalKind.Unmet => LifecycleTexts.Of("Refused.Unmet", language, LifecycleTexts.Of(Action, language)) + " " + Needs(language),
        RefusalKind.NotFromThisState when State is { } state =>
            LifecycleTexts.Of("Refused.NotFromThisState", language, LifecycleTexts.Of(Action, language), LifecycleTexts.Of(state, language)),
        _ => LifecycleTexts.Of("Refused." + (Kind is RefusalKind.NotFromThisState ? "NoCase" : Kind.ToString()), language, LifecycleTexts.Of(Action, language)),
    };

    private string Needs(Language language) => string.Join(' ', Unmet.Select(need => $"{Text(need, language)} ({Sources.InWords(need, language)})"));
}

public enum RefusalKind
{
    NotFromThisState,
    NotThisRole,
    Unmet,
    NoCase,
    ChangedMeanwhile,
    WithoutReason,

    /// <summary>What was chosen stands in no list.</summary>
    NoSuchChoice,

    /// <summary>Nothing was missing; the portal itself could not do it.</summary>
    Failed,
}
