using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>A printed document, looked at with the tools that others use: poppler and qpdf. Without them a test is skipped.</summary>
internal sealed class PrintedPdf : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pdf");

    public PrintedPdf(byte[] bytes)
    {
        Bytes = bytes;
        File.WriteAllBytes(_file, bytes);
    }

    public byte[] Bytes { get; }

    public string Raw => Encoding.Latin1.GetString(Bytes);

    public static PrintedPdf Of(Document document) => new(new DocumentPrinter().Print(document, SampleCase.Moment));

    public void Dispose() => File.Delete(_file);

    /// <summary>The text as a screen reader gets it: by structure, without decoration.</summary>
    public string ReadOut() => string.Join('\n', Run("pdfinfo", "-struct-text", _file)
        .Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('"')).Select(line => line.Trim('"')));

    /// <summary>The structure, one element a line, without text.</summary>
    public string[] Structure() => [.. Run("pdfinfo", "-struct", _file).Split('\n').Select(line => line.Trim().Split(' ', ':')[0]).Where(line => line.Length > 0)];

    public string Information() => Run("pdfinfo", _file);

    /// <summary>One line for every font: name, type, encoding, embedded, subset, with Unicode map.</summary>
    public string[] Fonts() => [.. Run("pdffonts", _file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    public string[] Pages() => Run("pdftotext", "-raw", _file, "-").TrimEnd('\f').Split('\f');

    /// <summary>Every printed word with its box, in points from the top left of its page.</summary>
    public IEnumerable<Word> Words()
    {
        var layout = XDocument.Parse(Run("pdftotext", "-bbox", _file, "-"));
        var pages = layout.Descendants().Where(element => element.Name.LocalName is "page").ToArray();
        return pages.SelectMany((page, number) => page.Elements().Select(word =>
            new Word(number, word.Value, Number(word, "xMin"), Number(word, "xMax"), Number(word, "yMin"), Number(word, "yMax"))));
    }

    /// <summary>The text with its place on the page.</summary>
    public string Laid() => Run("pdftotext", "-layout", _file, "-");

    public IReadOnlyList<PagePicture> Pictures(int dpi)
    {
        var folder = Directory.CreateTempSubdirectory("pages");
        Run("pdftoppm", "-gray", "-r", dpi.ToString(CultureInfo.InvariantCulture), _file, Path.Combine(folder.FullName, "page"));
        PagePicture[] pages = [.. folder.EnumerateFiles("*.pgm").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => PagePicture.Read(File.ReadAllBytes(file.FullName)))];
        folder.Delete(recursive: true);
        return pages;
    }

    /// <summary>The structure as a tree, without text.</summary>
    public IReadOnlyList<StructureElement> Tree() => StructureElement.Read(Run("pdfinfo", "-struct", _file));

    /// <summary>What the file itself says, unpacked.</summary>
    public string Unpacked() => Run("qpdf", "--qdf", "--object-streams=disable", _file, "-");

    /// <summary>What poppler says about the seal.</summary>
    public string Signatures() => Run("pdfsig", "-nocert", _file);

    public string Check() => Run("qpdf", "--check", _file);

    public string Outlines() => Run("qpdf", "--json", "--json-key=outlines", _file);

    /// <summary>The drawing instructions of the pages, line by line.</summary>
    public IEnumerable<string> Instructions() => Run("qpdf", "--qdf", "--object-streams=disable", _file, "-")
        .Split("\nendstream").Where(stream => stream.Contains(" Tj\n", StringComparison.Ordinal))
        .SelectMany(stream => stream[stream.LastIndexOf("\nstream\n", StringComparison.Ordinal)..].Split('\n'));

    public IEnumerable<int> LinesPerBlockOfCharacters() => Run("qpdf", "--qdf", "--object-streams=disable", _file, "-")
        .Split('\n').Where(line => line.EndsWith(" beginbfchar", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture));

    private static double Number(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static string Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode is 0 ? output : throw new InvalidOperationException($"{tool} says {process.ExitCode}: {output} {errors.Result}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed (Debian: poppler-utils, qpdf)");
            throw;
        }
    }
}

internal sealed record Word(int Page, string Text, double Left, double Right, double Top, double Bottom);
