using System.Collections.Immutable;
using System.IO.Pipelines;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>One piece of work for a program in the cage. It gets bytes, and gives bytes and lines; it opens no file.</summary>
/// <param name="Arguments">Never a text that came with a recording.</param>
public sealed record CagedJob(CagedTool Tool, ImmutableArray<string> Arguments)
{
    /// <summary>By the clock on the wall; it is killed then, with all its children.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Writes what it reads; null gives it nothing to read.</summary>
    public Func<PipeWriter, CancellationToken, Task>? Feed { get; init; }

    /// <summary>Reads what it writes; null throws that away.</summary>
    public Func<Stream, CancellationToken, Task>? Output { get; init; }

    /// <summary>Bytes; a program that writes more is killed.</summary>
    public long MostOutput { get; init; } = 1024 * 1024;

    /// <summary>Hears each line of its log.</summary>
    public Action<string>? Line { get; init; }

    /// <summary>Hears how many bytes it has taken.</summary>
    public Action<long>? Fed { get; init; }
}

/// <summary>How a piece of work ended.</summary>
public enum CagedEnd
{
    Done,

    /// <summary>The program gave up: what it was fed is not what it can read.</summary>
    Failed,

    /// <summary>Killed: it took longer than it may.</summary>
    TookTooLong,

    /// <summary>Killed: it wrote more than it may.</summary>
    WroteTooMuch,

    /// <summary>The program is not on this machine.</summary>
    NoTool,
}

/// <param name="Said">The last lines of its log, for our own log and never for a page.</param>
public sealed record CagedResult(CagedEnd End, string Said)
{
    public bool IsDone => End is CagedEnd.Done;
}
