using System.ComponentModel;
using System.Diagnostics;

namespace ReviewPortal.Web.Tests.Commands;

/// <summary>A tool of the machine that looks at what the portal made; where it is missing, the test is skipped and says so.</summary>
internal static class Tool
{
    public static (int ExitCode, string Out) Run(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{tool} is not installed (Debian: poppler-utils, qpdf)");
            throw;
        }
    }
}
