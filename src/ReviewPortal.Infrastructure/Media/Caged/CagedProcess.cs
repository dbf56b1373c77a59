using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;

namespace ReviewPortal.Infrastructure.Media.Caged;

/// <summary>A running program with its three pipes. When it is let go it is dead, and so are its children.</summary>
internal sealed class CagedProcess : IDisposable
{
    private const int MostLog = 8 * 1024 * 1024, MostLine = 4096, KeptLines = 12;
    private readonly Process _process;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> _last = [];

    public CagedProcess(IEnumerable<string> chain)
    {
        var words = chain.ToArray();
        var start = new ProcessStartInfo(words[0])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        start.Environment.Clear();
        _process = new Process { StartInfo = start };
        // A thread of its own that lives as long as the program: bubblewrap dies with the thread that started it, and threads of the pool come and go.
        new Thread(Live) { IsBackground = true, Name = "cage" }.Start();
    }

    public string Said => string.Join('\n', _last);

    /// <returns>The code with which it ended.</returns>
    public async Task<int> RunAsync(CagedJob job, CancellationToken ct)
    {
        await _started.Task;
        await using var kill = ct.Register(Kill);
        await Task.WhenAll(OrKillAsync(FeedAsync(job, ct)), OrKillAsync(OutputAsync(job, ct)), OrKillAsync(LinesAsync(job)));
        await _ended.Task;
        ct.ThrowIfCancellationRequested();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Kill();
        _ended.Task.Wait();
        _process.Dispose();
    }

    private void Live()
    {
        try
        {
            _process.Start();
            _started.SetResult();
            _process.WaitForExit();
        }
        catch (Exception notStarted)
        {
            _started.TrySetException(notStarted);
        }

        _ended.SetResult();
    }

    private void Kill()
    {
        try
        {
            if (_started.Task.IsCompletedSuccessfully && !_process.HasExited) _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in this very moment.
        }
    }

    private async Task OrKillAsync(Task part)
    {
        try
        {
            await part;
        }
        catch
        {
            Kill();
            throw;
        }
    }

    private async Task FeedAsync(CagedJob job, CancellationToken ct)
    {
        await using var mouth = new Mouth(_process.StandardInput.BaseStream, job.Fed);
        if (job.Feed is null) return;
        try
        {
            var writer = PipeWriter.Create(mouth, new StreamPipeWriterOptions(leaveOpen: true));
            await job.Feed(writer, ct);
            await writer.CompleteAsync();
        }
        catch (MouthClosedException)
        {
            // It has read enough, or has given up: its code says which.
        }
    }

    private async Task OutputAsync(CagedJob job, CancellationToken ct)
    {
        long written = 0;
        await using var output = new CountedStream(_process.StandardOutput.BaseStream, count =>
        {
            if ((written += count) > job.MostOutput) throw new TooMuchOutputException();
        });
        if (job.Output is not null) await job.Output(output, ct);
        await output.CopyToAsync(Stream.Null, ct);
    }

    // By hand and not by ReadLine: a line without an end would be held in memory.
    private async Task LinesAsync(CagedJob job)
    {
        var (buffer, line, total) = (new char[4096], new StringBuilder(), 0L);
        for (int read; (read = await _process.StandardError.ReadAsync(buffer)) > 0;)
        {
            if ((total += read) > MostLog) throw new TooMuchOutputException();
            foreach (var letter in buffer.AsSpan(0, read))
            {
                if (letter is '\n') Tell(line, job);
                else if (line.Length < MostLine) line.Append(letter);
            }
        }

        Tell(line, job);
    }

    private void Tell(StringBuilder line, CagedJob job)
    {
        if (line.Length is 0) return;
        var text = line.ToString();
        line.Clear();
        _last.Enqueue(text);
        if (_last.Count > KeptLines) _last.Dequeue();
        job.Line?.Invoke(text);
    }
}

/// <summary>It wrote more than it may.</summary>
internal sealed class TooMuchOutputException : Exception;

/// <summary>It reads no more.</summary>
internal sealed class MouthClosedException : Exception;
