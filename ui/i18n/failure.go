package i18n

import (
	"errors"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
)

// Failure puts an error into words: that of a call to Twilio or to Logto, of
// reading or writing a file, or any other.
func (p Printer) Failure(err error) Message {
	if said, ok := p.logtoFailure(err); ok {
		return said
	}
	var call *account.CallError
	var write *export.WriteError
	var read *export.ReadError
	switch {
	case errors.As(err, &call):
		return p.CallError(call)
	case errors.As(err, &write):
		return p.say("write."+string(write.Kind), problem.Args{"path": write.Path, "target": write.Target, "reason": reason(write.Err)})
	case errors.As(err, &read):
		return p.say("read."+string(read.Kind), problem.Args{"path": read.Path, "reason": reason(read.Err)})
	}
	return p.say("failure.other", problem.Args{"reason": err.Error()})
}

// reason is the system's own word for an error, without the path before it.
func reason(err error) string {
	for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
		err = next
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

// Ago says how long ago a time was.
func (p Printer) Ago(then, now time.Time) string {
	switch d := now.Sub(then); {
	case d < time.Minute:
		return p.T("time.now")
	case d < time.Hour:
		return p.T("time.minutes", "n", int(d.Minutes()))
	case d < 24*time.Hour:
		return p.T("time.hours", "n", int(d.Hours()))
	default:
		return p.T("time.days", "n", int(d.Hours()/24))
	}
}

// failureTexts has "write.KIND" and "read.KIND" with their hints.
var failureTexts = map[string]text{
	"failure.other":            {"Something went wrong: {reason}", "操作失败：{reason}"},
	"write.no-folder":          {"The folder of {path} does not exist.", "{path} 所在的文件夹不存在。"},
	"write.no-folder.hint":     {"Create it first, or choose another place.", "请先创建该文件夹，或选择其他位置。"},
	"write.read-only":          {"{path} cannot be written: you have no write access to the folder or the disk.", "无法写入 {path}：你没有该文件夹或磁盘的写入权限。"},
	"write.read-only.hint":     {"Choose a place you can write to, such as your home folder. Nothing was changed.", "请选择你有写入权限的位置，例如主目录。没有任何改动。"},
	"write.read-only-fs":       {"{path} is on a read-only disk.", "{path} 位于只读磁盘上。"},
	"write.read-only-fs.hint":  {"Choose a place on another disk. Nothing was changed.", "请选择其他磁盘上的位置。没有任何改动。"},
	"write.disk-full":          {"The disk is full: {path} was not written.", "磁盘已满：未写入 {path}。"},
	"write.disk-full.hint":     {"Free some space or choose another disk. Any existing file is unchanged.", "请清理空间或选择其他磁盘。原有文件保持不变。"},
	"write.is-directory":       {"{path} is a folder.", "{path} 是文件夹。"},
	"write.is-directory.hint":  {"Add a file name, such as connector.json.", "请加上文件名，例如 connector.json。"},
	"write.is-symlink":         {"{path} is a symbolic link to {target}.", "{path} 是指向 {target} 的符号链接。"},
	"write.is-symlink.hint":    {"Name the file itself: secrets are not written through links.", "请直接指定文件本身：密钥不会通过链接写入。"},
	"write.not-regular":        {"{path} is not a regular file.", "{path} 不是普通文件。"},
	"write.not-regular.hint":   {"Choose another name.", "请换一个名称。"},
	"write.name-too-long":      {"The name {path} is too long for this system.", "名称 {path} 超出了系统允许的长度。"},
	"write.name-too-long.hint": {"Choose a shorter one.", "请换一个更短的名称。"},
	"write.write-failed":       {"{path} could not be written: {reason}", "无法写入 {path}：{reason}"},
	"write.write-failed.hint":  {"Any existing file is unchanged. Try another place.", "原有文件保持不变。请尝试其他位置。"},
	"write.output-full":        {"The disk is full: the output is incomplete.", "磁盘已满：输出不完整。"},
	"write.output-full.hint":   {"Free some space or send the output elsewhere, then run the command again.", "请清理空间，或把输出写到别处，然后重新运行该命令。"},
	"write.output-lost":        {"Standard output could not be written, so the output is incomplete: {reason}", "无法写入标准输出，输出不完整：{reason}"},
	"write.output-lost.hint":   {"Check where the output goes, then run the command again.", "请检查输出的去向，然后重新运行该命令。"},
	"read.not-found":           {"There is no file {path}.", "文件 {path} 不存在。"},
	"read.not-found.hint":      {"Check the name and the folder you started in.", "请检查名称以及启动时所在的文件夹。"},
	"read.is-directory":        {"{path} is a folder.", "{path} 是文件夹。"},
	"read.is-directory.hint":   {"Name a file in it.", "请指定其中的文件。"},
	"read.not-regular":         {"{path} is not a regular file and was not opened.", "{path} 不是普通文件，没有打开。"},
	"read.not-regular.hint":    {"Copy its content into a file first.", "请先把内容复制到普通文件中。"},
	"read.no-permission":       {"You have no permission to read {path}.", "你没有读取 {path} 的权限。"},
	"read.no-permission.hint":  {"Ask its owner, or run this as that user.", "请联系文件所有者，或以文件所属用户的身份启动。"},
	"read.read-failed":         {"{path} could not be read: {reason}", "无法读取 {path}：{reason}"},
	"read.read-failed.hint":    {"Try again, or open another file.", "请重试，或打开其他文件。"},
}
