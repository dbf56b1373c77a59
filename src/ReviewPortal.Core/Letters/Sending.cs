using System.Text.Json.Serialization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>One sending of a decision letter, with its proof. The letter's bytes never change; sent again, the time of that sending counts (Awb 2:11).</summary>
public sealed class Sending
{
    /// <summary>Of an address, in characters.</summary>
    public const int LongestLine = 100;

    public Guid Id { get; init; }

    /// <summary>The case of the letter; null for a letter that is in none.</summary>
    public CaseId? Case { get; init; }

    public Guid Letter { get; init; }

    public SendingChannel Channel { get; init; }

    /// <summary>To whom a copy goes (Awb 6:17); null for the letter to the student, from whose sending a term runs.</summary>
    public Guid? Representative { get; init; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The day by which a letter that was printed ought to be posted or handed over: the next working day (house rule); null for one that went at once.</summary>
    // Left out while it is empty: statements about what was sent earlier stay as they were.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? PostBy { get; private init; }

    /// <summary>How it can be shown that it was sent: a track number, a receipt (Awb 2:25).</summary>
    public string Proof { get; private set; } = "";

    /// <summary>Where it was posted to, line by line without the name; null when nobody filled it in.</summary>
    // Left out while it is empty: statements about what was sent earlier stay as they were.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>What went wrong; empty while nothing did.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Printed to go otherwise than through the portal, and not yet written down as posted or handed over (Awb 2:8, 3:41).</summary>
    public bool IsToPost => FailedAt is null && !Went;

    /// <summary>Printed and set aside before it was posted or handed over: nobody sent it, and the student has it only as far as the portal shows it.</summary>
    public bool NeverWent => FailedAt is not null && !Went;

    /// <summary>It was sent, whatever became of it: by it a decision has taken effect (Awb 3:40, 3:41).</summary>
    public bool Went => Channel is SendingChannel.Portal || Proof.Length > 0;

    /// <summary>By it the letter was made known: a term can run from it (Awb 3:41, 6:8).</summary>
    public bool Counts => FailedAt is null && Went;

    /// <summary>A letter was printed and set aside before any of it went: it said nothing to anybody (Awb 3:40).</summary>
    /// <param name="ways">Its own sendings; none for a letter that was made known by its publication.</param>
    public static bool WereSetAside(IReadOnlyCollection<Sending> ways) => ways is { Count: > 0 } && ways.All(way => way.NeverWent);

    /// <summary>A letter on paper: it was printed to be posted or handed over, and its printing made nothing known (Awb 3:41).</summary>
    /// <param name="ways">The sendings of one letter; none for a letter that was made known by its publication.</param>
    public static bool BeganOnPaper(IEnumerable<Sending> ways) => ways.Where(way => way.Representative is null).MinBy(way => way.At) is { Channel: not SendingChannel.Portal };

    /// <summary>The day of its posting was written down here, and can be put right.</summary>
    public bool CanBePutRight => PostBy is not null && Counts;

    /// <summary>What is sent was there, and was sent. A day that was written down gives way to a later one only: an earlier one would take days from the student that were promised.</summary>
    /// <param name="on">In Amsterdam.</param>
    public bool CanBePostedOn(DateOnly on, DateTimeOffset now) => (Went ? on > Amsterdam.DateOf(At) : on >= Amsterdam.DateOf(At)) && on <= Amsterdam.DateOf(now);

    /// <summary>The day of sending counts, not that of printing (Awb 3:41, 6:8).</summary>
    /// <param name="on">A day that <see cref="CanBePostedOn"/>.</param>
    public void Posted(DateOnly on, string proof)
    {
        if (on > Amsterdam.DateOf(At)) At = Amsterdam.At(on, TimeOnly.MinValue);
        Proof = proof.Trim();
    }

    /// <summary>A sending of this letter now.</summary>
    /// <param name="proof">Empty through the portal, and while a letter still has to be posted or handed over.</param>
    public static Sending Of(Letter letter, SendingChannel channel, string proof, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var waits = channel is not SendingChannel.Portal && Inked.IsEmpty(proof);
        return new Sending { Id = Guid.CreateVersion7(now), Case = letter.Case, Letter = letter.Id, Channel = channel, At = now, Proof = proof.Trim(), PostBy = waits ? Soon(now) : null };
    }

    /// <summary>Keeps where it is posted to; nothing for a letter that goes otherwise.</summary>
    public Sending To(string? address)
    {
        if (Channel is SendingChannel.Post && AddressLines.Of(address) is { IsEmpty: false } lines) Address = string.Join('\n', lines);
        return this;
    }

    /// <summary>Whether it goes on an envelope.</summary>
    public static bool IsWithinBounds(string? address) => AddressLines.Of(address) is { Length: <= AddressLines.Most } lines && lines.All(line => line.Length <= LongestLine);

    /// <summary>The copy of a letter that has to be posted to who speaks for the student (Awb 6:17).</summary>
    public static Sending CopyOf(Letter letter, Guid representative, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return new Sending { Id = Guid.CreateVersion7(now), Case = letter.Case, Letter = letter.Id, Channel = SendingChannel.Post, At = now, Representative = representative, PostBy = Soon(now) };
    }

    private static DateOnly Soon(DateTimeOffset now) => WorkingDays.After(Amsterdam.DateOf(now), 1);

    public void Fail(string problem, DateTimeOffset now) => (Problem, FailedAt) = (problem, now);
}

/// <summary>How a decision reaches the student (Awb 3:41).</summary>
public enum SendingChannel
{
    Portal,
    Post,
    HandedOver,
}
