using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Web.Features.Student;

/// <summary>A letter as its addressee finds it, with how it came.</summary>
/// <param name="Until">The last day for what can be done against this letter; that of the decision itself stands in a card of its own.</param>
/// <param name="Way">The last sending; null for a letter that was only made known by its publication.</param>
/// <param name="Mail">What became of the e-mail about it; null when none was sent.</param>
/// <param name="MailedAt">When a mail server took it.</param>
public sealed record MyLetter(Guid Id, LetterKind Kind, DateTimeOffset At, DateOnly? Until, Sending? Way, NotificationStand? Mail, DateTimeOffset? MailedAt)
{
    /// <summary>The day on which the secretary recorded that the e-mail could not be delivered; null when nobody did (Awb 2:25).</summary>
    public DateOnly? BouncedOn { get; private init; }

    /// <summary>It was printed to be posted or handed over: it was not made known by being made.</summary>
    public bool IsOnPaper { get; private init; }

    /// <summary>It was printed and set aside before it was posted or handed over.</summary>
    public bool NeverWent => Way is { NeverWent: true };

    /// <summary>The decision it told was annulled: it has no effect any more.</summary>
    public bool IsAnnulled { get; init; }

    /// <summary>What can be done against it can be done today.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>The day on which it was last sent anew, from which its term runs; null when it was sent once, or on the day that it names itself, or that one did not arrive (Awb 2:11, 3:41).</summary>
    public DateOnly? AgainOn { get; private init; }

    /// <summary>The day of the letter that this one corrects; null when it corrects none (Awb 2:12).</summary>
    public DateOnly? Corrects { get; init; }

    /// <summary>The days of the letters that correct this one.</summary>
    public ImmutableArray<DateOnly> CorrectedBy { get; init; } = [];

    public static MyLetter Of(Letter letter, ImmutableArray<Sending> ways, NotificationProgress? mail, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var until = letter.Kind.IsDecision() ? null : letter.LastDay(ways);
        var again = ways.Count(way => way is { Representative: null, Went: true }) > 1 ? letter.MadeKnownAt(ways) : null;
        return new MyLetter(letter.Id, letter.Kind, letter.PublishedAt, until, ways.LastOrDefault(), mail?.StandAt(now), mail?.AcceptedAt) { IsOnPaper = Sending.BeganOnPaper(ways), AgainOn = again is { } at && Amsterdam.DateOf(at) > Amsterdam.DateOf(letter.PublishedAt) ? Amsterdam.DateOf(at) : null, IsOpen = until >= Amsterdam.DateOf(now), BouncedOn = mail?.Bounce is { } bounce ? Amsterdam.DateOf(bounce.RecordedAt) : null };
    }
}
