using System.Text;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>A console of its own for each test, although the process has one.</summary>
internal sealed class CapturedConsole : TextWriter
{
    private static readonly AsyncLocal<TextWriter?> Output = new();
    private static readonly AsyncLocal<TextWriter?> Errors = new();

    private readonly TextWriter _real;
    private readonly AsyncLocal<TextWriter?> _captured;

    static CapturedConsole()
    {
        Console.SetOut(new CapturedConsole(Console.Out, Output));
        Console.SetError(new CapturedConsole(Console.Error, Errors));
    }

    private CapturedConsole(TextWriter real, AsyncLocal<TextWriter?> captured) => (_real, _captured) = (real, captured);

    public override Encoding Encoding => _real.Encoding;

    private TextWriter Target => _captured.Value ?? _real;

    /// <summary>From here on, what the caller and whatever it waits for write goes there.</summary>
    public static void Begin(TextWriter output, TextWriter errors) => (Output.Value, Errors.Value) = (output, errors);

    public override void Write(char value) => Target.Write(value);

    public override void Write(string? value) => Target.Write(value);

    public override void WriteLine(string? value) => Target.WriteLine(value);

    public override Task WriteLineAsync(string? value) => Target.WriteLineAsync(value);
}
