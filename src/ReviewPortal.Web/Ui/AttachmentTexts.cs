namespace ReviewPortal.Web.Ui;

/// <summary>The words for the files that students add; the texts stand in the resource files beside this one.</summary>
public sealed class AttachmentTexts;
