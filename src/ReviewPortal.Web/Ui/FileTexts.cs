namespace ReviewPortal.Web.Ui;

/// <summary>What files are called; the words stand in the resource files beside this one.</summary>
public sealed class FileTexts;
