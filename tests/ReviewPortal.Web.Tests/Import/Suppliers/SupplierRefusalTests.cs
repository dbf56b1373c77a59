using System.Text;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Import.Suppliers;

/// <summary>Deliveries that are broken in every way that has been seen: each is refused with a sentence that says where and what.</summary>
public sealed class SupplierRefusalTests
{
    public static TheoryData<string> Names() => [.. SupplierFiles.All.Select(file => file.Name)];

    [Theory]
    [InlineData("edx", "\"start\": 62", "\"start\": \"soon\"", RefusalReason.WrongField)]
    [InlineData("edx", "\"start\": 62", "\"start\": NaN", RefusalReason.BadJson)]
    [InlineData("edx", "\"start\": 62", "\"start\": \"NaN\"", RefusalReason.WrongField)]
    [InlineData("edx", "\"start\": 62", "\"start\": 1e999", RefusalReason.WrongField)]
    [InlineData("edx", "\"start\": 62", "\"begin\": 62", RefusalReason.MissingField)]
    [InlineData("edx", "\"Looks aside\"", "17", RefusalReason.WrongField)]
    [InlineData("edx", "\"Looks aside\"", "\"\\ud800\"", RefusalReason.WrongField)]
    [InlineData("edx", "\"external_id\": \"", "\"external_id\": \"\\u202e", RefusalReason.HiddenCharacter)]
    [InlineData("edx", "\"reviewed_by\"", "\"status\"", RefusalReason.BadJson)]
    [InlineData("rpnow", "\"eventStart\": 12", "\"eventStart\": [12]", RefusalReason.WrongField)]
    [InlineData("rpnow", "\"desktopComments\": [", "\"desktopComments\": [ 7, ", RefusalReason.WrongField)]
    [InlineData("proctorexam", "884705", "{}", RefusalReason.WrongField)]
    [InlineData("proctorexam", "{ \"id\": 884706", "3, { \"id\": 884706", RefusalReason.WrongField)]
    [InlineData("proctorio", "12.5", "13.5", RefusalReason.WrongSignature)]
    [InlineData("proctorio", "n-1", "n-2", RefusalReason.WrongSignature)]
    [InlineData("proctorio", "\"signature\":\"", "\"signature\":\"0", RefusalReason.WrongSignature)]
    [InlineData("seb-log", "2026-11-02 08:05:12.250", "2026-02-30 08:05:12", RefusalReason.WrongField)]
    [InlineData("seb-log", "2026-11-02 08:05:12.250", "9999-11-02 08:05:12", RefusalReason.WrongField)]
    [InlineData("seb-log", "2026-11-02T08:06:00", "", RefusalReason.MissingField)]
    [InlineData("seb-log", "lines\"", "lines", RefusalReason.OpenQuotation)]
    [InlineData("seb-log", ",Server Time (UTC)", "", RefusalReason.WrongColumns)]
    [InlineData("seb-log", ",1.0,2026", ";2026", RefusalReason.WrongField)]
    [InlineData("seb-screens", "1793608512250", "1e300", RefusalReason.WrongField)]
    [InlineData("seb-screens", "1793608512250", "12", RefusalReason.WrongField)]
    [InlineData("seb-screens", "2026-11-02T08:05:12.250Z", "2026-11-02T08:05:12.250", RefusalReason.WrongField)]
    [InlineData("seb-screens", "\"metaData\": \"{", "\"metaData\": \"{{", RefusalReason.BadJson)]
    [InlineData("lti", "\"0.2\"", "\"heel erg\"", RefusalReason.WrongField)]
    [InlineData("lti", "\"0.2\"", "1.2", RefusalReason.WrongField)]
    [InlineData("lti", "\"0.2\"", "\"NaN\"", RefusalReason.WrongField)]
    [InlineData("lti", "terminate", "expel", RefusalReason.WrongField)]
    [InlineData("lti", "2026-11-02T08:30:12.250Z", "2026-13-02T08:30:12Z", RefusalReason.WrongField)]
    [InlineData("lti", "2026-11-02T08:30:12.250Z", "1926-11-02T08:30:12Z", RefusalReason.ImplausibleYear)]
    [InlineData("lti", "\"sub\": \"u-1\"", "\"sub\": null", RefusalReason.MissingField)]
    [InlineData("constructor", "2026-11-02T08:10:20Z", "2026-11-02T08:10:10Z", RefusalReason.EndBeforeStart)]
    [InlineData("constructor", "\"sessionEnd\": \"2026-11-02T10", "\"sessionEnd\": \"2026-11-02T07", RefusalReason.EndBeforeStart)]
    [InlineData("constructor", "62.5", "\"veel\"", RefusalReason.WrongField)]
    [InlineData("constructor", "\"warnings\": [", "\"warnings\": 3, \"x\": [", RefusalReason.WrongField)]
    public void A_broken_delivery_is_refused_with_its_place(string name, string good, string bad, RefusalReason reason)
    {
        var text = SupplierFiles.All.Single(file => file.Name == name).Text;
        Assert.Contains(good, text, StringComparison.Ordinal);
        Assert.Equal(reason, SupplierFiles.Refusal(SupplierFiles.Read(text.Replace(good, bad, StringComparison.Ordinal))).Reason);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("hallo")]
    [InlineData("   ")]
    [InlineData("{\"status\":\"passed\"}")]
    public void What_nobody_knows_is_refused(string text) => Assert.Equal(RefusalReason.UnknownDelivery, SupplierFiles.Refusal(SupplierFiles.Read(text)).Reason);

    [Theory]
    [MemberData(nameof(Names))]
    public void Bytes_that_are_no_text_are_refused(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(SupplierFiles.All.Single(file => file.Name == name).Text);
        bytes[bytes.Length / 2] = 0xff;
        Assert.Contains(SupplierFiles.Refusal(SupplierFiles.Read(bytes)).Reason, new[] { RefusalReason.BadJson, RefusalReason.NotUtf8 });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_secret_nothing_signed_is_believed(string? secret)
    {
        var refusal = SupplierFiles.Refusal(SupplierFiles.Read(SupplierFiles.Proctorio, secret: secret));
        Assert.Equal((RefusalReason.NoSecret, "Suppliers:Proctorio:Secret"), (refusal.Reason, refusal.Details[0]));
        Assert.Equal(RefusalReason.WrongSignature, SupplierFiles.Refusal(SupplierFiles.Read(SupplierFiles.Proctorio, secret: "ander")).Reason);
    }

    [Fact]
    public void A_signed_file_may_have_been_laid_out_for_reading() =>
        Assert.IsType<SupplierDelivery>(SupplierFiles.Read(SupplierFiles.Proctorio.Replace("{\"id\":\"p-1\",", "{\n  \"id\": \"p-1\",\n  ", StringComparison.Ordinal)));

    [Fact]
    public void There_is_a_limit_to_signals_to_sittings_to_text_and_to_depth()
    {
        Assert.Equal(RefusalReason.TooManySignals, Reason(SupplierFiles.Edx, new() { Signals = 2 }));
        Assert.Equal(RefusalReason.TooManySignals, Reason(SupplierFiles.SebLog, new() { Signals = 1 }));
        Assert.Equal(RefusalReason.TooManyReports, Reason(SupplierFiles.ProctorExam, new() { Reports = 1 }));
        Assert.Equal(RefusalReason.TextTooLong, Reason(SupplierFiles.Edx, new() { Text = 11 }));
        Assert.Equal(RefusalReason.BadJson, Reason(string.Concat(Enumerable.Repeat("[", 100)), new()));

        static RefusalReason Reason(string text, SupplierLimits limits) => SupplierFiles.Refusal(SupplierFiles.Read(text, limits: limits)).Reason;
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_not_there_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("supplier");
        var path = Path.Combine(folder.FullName, "delivery.bin");
        await File.WriteAllTextAsync(path, SupplierFiles.Edx, TestContext.Current.CancellationToken);
        var reader = new SupplierReader(new SupplierSettings(null), new SupplierLimits { Bytes = 100 });
        Assert.Equal(RefusalReason.DeliveryTooLarge, SupplierFiles.Refusal(await reader.ReadAsync(path, format: null, TestContext.Current.CancellationToken)).Reason);
        folder.Delete(recursive: true);
        Assert.Equal(RefusalReason.NotFound, SupplierFiles.Refusal(await reader.ReadAsync(path, format: null, TestContext.Current.CancellationToken)).Reason);
    }

    /// <summary>Whatever happens to the bytes, and whatever format somebody says they have, there is a result.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Two_hundred_spoilt_files_of_each_kind_give_a_result(string name)
    {
        var (_, format, text) = SupplierFiles.All.Single(file => file.Name == name);
        var whole = Encoding.UTF8.GetBytes(text);
        var random = new Random(name.Length + 7);
        for (var turn = 0; turn < 200; turn++)
        {
            var bytes = whole.ToArray();
            for (var flips = random.Next(1, 8); flips > 0; flips--) bytes[random.Next(bytes.Length)] = turn % 3 is 0 ? (byte)random.Next(256) : (byte)"0{}[]\",:-e9\\n"[random.Next(13)];
            if (turn % 5 is 0) bytes = bytes[..random.Next(bytes.Length)];
            foreach (var said in new SupplierFormat?[] { null, format, (SupplierFormat)random.Next(7) })
            {
                if (SupplierFiles.Read(bytes, said) is DeliveryRefusal refusal) SupplierFiles.Refusal(refusal);
                new SupplierReader(new SupplierSettings(null), new SupplierLimits()).Read(bytes, "delivery.bin", said, kept: true);
            }
        }
    }
}
