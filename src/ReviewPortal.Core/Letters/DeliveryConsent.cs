using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>A student's express statement that messages of one kind may come through the portal (Awb 2:8). Withdrawn it stays, as evidence of what held until then.</summary>
public sealed class DeliveryConsent
{
    public Guid Id { get; init; }

    /// <summary>The student, who is also the only one who can give it.</summary>
    public PersonId Person { get; init; }

    public required string PersonName { get; init; }

    public MessageKind Kind { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    /// <summary>The version of the wording that the student had before them; <see cref="ConsentWording"/> has its text.</summary>
    public required string Wording { get; init; }

    /// <summary>The language in which it was read.</summary>
    public Language Language { get; init; }

    /// <summary>Null as long as it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

/// <summary>The words to which a student agrees. A changed text is a new version beside the old one: what was agreed to stays readable.</summary>
public static class ConsentWording
{
    /// <summary>The version that is shown now.</summary>
    public const string Current = "2026-11";

    private static readonly Texts All = new(typeof(ConsentWording));

    /// <summary>What the student agrees to, in one sentence.</summary>
    public static string Of(MessageKind kind, Language language, string version = Current) => All[$"{version}.{kind}", language];

    /// <summary>The name of a kind of messages.</summary>
    public static string Name(MessageKind kind, Language language) => All[$"Name.{kind}", language];
}
